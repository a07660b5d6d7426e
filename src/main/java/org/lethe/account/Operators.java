package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Who sees to failures: accounts of operators and administrators that are not disabled. In the caller's transaction. */
@Dependent
public class Operators {

    private static final String THEY =
            " from account where disabled_at is null and roles && array['operator', 'admin']";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** Whether somebody of this login is one of them. */
    public boolean include(String login) {
        return !entities.createNativeQuery("select login" + THEY + " and login = :login", String.class)
                .setParameter("login", login)
                .getResultList()
                .isEmpty();
    }

    /** Their logins, in the order of the alphabet. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    public List<String> logins(int most) {
        return entities.createNativeQuery("select login" + THEY + " order by login limit :most", String.class)
                .setParameter("most", most)
                .getResultList();
    }
}
