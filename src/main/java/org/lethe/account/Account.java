package org.lethe.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lethe.identity.Identity;
import org.lethe.page.Cursor;

/** An account's row. Its login never changes; disabled, it stays for the sake of what it owns and did. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    private UUID id;

    private String login;

    @Column(name = "password_hash")
    private String passwordHash;

    private String issuer;
    private String subject;
    private String[] roles;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "disabled_at")
    private Instant disabledAt;

    @Column(name = "quota_bytes")
    private Long quotaBytes;

    /** For the persistence provider. */
    protected Account() {}

    Account(UUID id, String login, String passwordHash, Collection<Role> roles, Instant createdAt) {
        this.id = id;
        this.login = login;
        this.passwordHash = passwordHash;
        this.roles = wireNames(roles);
        this.createdAt = createdAt;
    }

    /** Of somebody whom an outside provider knows; the roles are those that the first token told of. */
    static Account ofProvider(UUID id, String login, Identity identity, Instant createdAt) {
        Account account = new Account(id, login, null, List.of(), createdAt);
        account.issuer = identity.issuer();
        account.subject = identity.subject();
        account.roles = identity.roles().stream().sorted().toArray(String[]::new);
        return account;
    }

    public UUID id() {
        return id;
    }

    public String login() {
        return login;
    }

    public Set<Role> roles() {
        return Role.named(roles);
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    boolean isActiveAdministrator() {
        return !isDisabled() && !isOfProvider() && roles().contains(Role.ADMIN);
    }

    /** Whether an outside provider says who it is and what it may do, and no password. */
    boolean isOfProvider() {
        return issuer != null;
    }

    /** Null without a provider. */
    String issuer() {
        return issuer;
    }

    /** Null without a provider. */
    String subject() {
        return subject;
    }

    /** Null when it is a provider's. */
    String passwordHash() {
        return passwordHash;
    }

    String[] roleNames() {
        return roles.clone();
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> disabledAt() {
        return Optional.ofNullable(disabledAt);
    }

    Cursor place() {
        return new Cursor(createdAt, id);
    }

    void passwordChanged(String newHash) {
        passwordHash = newHash;
    }

    void rolesChanged(Collection<Role> newRoles) {
        roles = wireNames(newRoles);
    }

    /** How many bytes it may hold, if the settings do not decide that. */
    Optional<Long> quotaBytes() {
        return Optional.ofNullable(quotaBytes);
    }

    /** Null for what the settings say. */
    void quotaChanged(Long newQuota) {
        quotaBytes = newQuota;
    }

    /** The first time counts. */
    void disabled(Instant at) {
        if (disabledAt == null) {
            disabledAt = at;
        }
    }

    void enabled() {
        disabledAt = null;
    }

    private static String[] wireNames(Collection<Role> roles) {
        return roles.stream().distinct().sorted().map(Role::wireName).toArray(String[]::new);
    }
}
