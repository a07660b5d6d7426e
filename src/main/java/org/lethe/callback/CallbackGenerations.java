package org.lethe.callback;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The rows of secrets that were replaced: numbers only, no secret. The first generation has no row. Every method works in
 * the caller's transaction.
 */
@Dependent
class CallbackGenerations {

    /** More than the newest three are not signed with, so that nobody makes the header grow. */
    private static final int MOST = 3;

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** Those that a callback is signed with: the present one, then those that were replaced within a day. */
    List<Integer> inForce(UUID account) {
        Tuple row = (Tuple) entities.createNativeQuery(
                        "select coalesce(max(generation), 1),"
                                + " min(generation) filter (where since > now() - interval '1 day') - 1"
                                + " from callback_secret where account_id = :account",
                        Tuple.class)
                .setParameter("account", account)
                .getSingleResult();
        int present = row.get(0, Number.class).intValue();
        Number oldest = row.get(1, Number.class);
        int last = oldest == null ? present : Math.max(oldest.intValue(), present - MOST + 1);
        return IntStream.rangeClosed(0, present - last)
                .mapToObj(i -> present - i)
                .toList();
    }

    /** Begins the next one; two who do so at once get one after the other. */
    void next(UUID account) {
        entities.createNativeQuery("select 1 from account where id = :account for no key update")
                .setParameter("account", account)
                .getResultList();
        entities.createNativeQuery("insert into callback_secret (account_id, generation)"
                        + " select :account, coalesce(max(generation), 1) + 1 from callback_secret"
                        + " where account_id = :account")
                .setParameter("account", account)
                .executeUpdate();
    }
}
