package org.lethe;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveSimpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What the design promises of the code. Each rule was seen to fail once on a planted violation. */
@AnalyzeClasses(packages = "org.lethe", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("org.lethe.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can be understood, changed and removed without all the others");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_OPS = noClasses()
            .that()
            .resideOutsideOfPackage("..ops..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..ops..")
            .because("operating looks at everything, and nothing must need it to work");

    @ArchTest
    static final ArchRule ONLY_OPS_KNOWS_THE_OVERVIEW = noClasses()
            .that()
            .resideOutsideOfPackages("..overview..", "..ops..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..overview..")
            .because("looking at everything must be possible to leave out");

    @ArchTest
    static final ArchRule THE_OVERVIEW_CHANGES_NOTHING_BUT_A_PAUSE = noClasses()
            .that()
            .resideInAnyPackage("..overview..", "..check..", "..database..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "jakarta.jms.."))
            .because("it looks by the plain pool, outside of transactions, so that it holds nobody up");

    @ArchTest
    static final ArchRule THE_CONSOLE_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("..console..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "jakarta.servlet..", "org.lethe.console.."))
            .because("its page uses the REST API, as anybody's could");

    @ArchTest
    static final ArchRule DELETION_DOES_NOT_KNOW_FAILURE = noClasses()
            .that()
            .resideInAnyPackage("..deletion..", "..callback..", "..upload..", "..photo..", "..album..", "..storage..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..failure..")
            .because("what a person does with a failure is no concern of the removal");

    @ArchTest
    static final ArchRule ERROR_POLICIES_KNOW_NO_REMOVAL = noClasses()
            .that()
            .resideInAPackage("..errorpolicy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..deletion..", "..failure..", "..photo..", "..album..", "..upload..")
            .because("what becomes of a failure is decided by its class, and carried out by who has it");

    @ArchTest
    static final ArchRule PHOTO_DOES_NOT_KNOW_UPLOAD = noClasses()
            .that()
            .resideInAnyPackage("..photo..", "..album..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..upload..")
            .because("a photo is the same, whichever way it came in");

    @ArchTest
    static final ArchRule LEAVES_KNOW_NO_FEATURE = noClasses()
            .that()
            .resideInAnyPackage(
                    "..problem..",
                    "..settings..",
                    "..log..",
                    "..serving..",
                    "..idempotency..",
                    "..request..",
                    "..identity..",
                    "..page..",
                    "..media..",
                    "..outbound..",
                    "..limits..",
                    "..stream..",
                    "..database..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "..account..",
                    "..audit..",
                    "..photo..",
                    "..upload..",
                    "..album..",
                    "..deletion..",
                    "..failure..",
                    "..storage..",
                    "..redelivery..",
                    "..broker.."))
            .because("what everybody uses must not use anybody");

    @ArchTest
    static final ArchRule REDELIVERY_KNOWS_NO_QUEUES_WORK = noClasses()
            .that()
            .resideInAnyPackage("..redelivery..", "..broker..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "..deletion..",
                    "..upload..",
                    "..photo..",
                    "..album..",
                    "..thumbnail..",
                    "..callback..",
                    "..failure.."))
            .because("how often something is tried is set without knowing what it is; who takes it asks");

    @ArchTest
    static final ArchRule STORAGE_KNOWS_ONLY_SETTINGS = noClasses()
            .that()
            .resideInAPackage("..storage..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "..account..",
                    "..photo..",
                    "..upload..",
                    "..album..",
                    "..deletion..",
                    "..failure..",
                    "..broker..",
                    "..problem.."))
            .because("a new kind of storage is written without knowing what is kept in it");

    @ArchTest
    static final ArchRule JMS_STAYS_AT_THE_EDGE = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Listener")
            .and()
            .haveSimpleNameNotEndingWith("Messages")
            .and()
            .haveSimpleNameNotEndingWith("Receiver")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.jms..")
            .because("only what receives or sends messages knows that they are JMS");

    @ArchTest
    static final ArchRule JAX_RS_STAYS_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages("..problem..", "..change..", "..idempotency..")
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .haveSimpleNameNotEndingWith("Application")
            .and()
            .haveSimpleNameNotStartingWith("AllowedRoles")
            .and()
            .haveSimpleNameNotEndingWith("Filter")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .because(
                    "only resources know that there is HTTP; and who maps errors to it, asks for roles and conditions, answers what was answered");

    @ArchTest
    static final ArchRule QUERIES_STAND_IN_REPOSITORIES = noClasses()
            .that()
            .areNotAnnotatedWith("jakarta.persistence.Entity")
            .should(haveNoPluralNameAndUseAnEntityManager())
            .because("a repository is named as a plural, and only there stands what is asked of the database");

    @ArchTest
    static final ArchRule NO_SERVER_INTERNALS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.sun.enterprise..", "org.glassfish..", "fish.payara..", "org.apache.activemq.artemis.ra..")
            .because("the WAR runs on any Jakarta EE server; what only Payara has stands in server-config");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should(haveSimpleNameEndingWith("Impl")
                    .or(haveSimpleNameEndingWith("Manager"))
                    .or(haveSimpleNameEndingWith("Service"))
                    .or(haveSimpleNameEndingWith("Util"))
                    .or(haveSimpleNameEndingWith("Helper"))
                    .or(haveSimpleNameEndingWith("DTO")))
            .because("a class is what it is, or the step that it does");

    @ArchTest
    static final ArchRule ONE_PACKAGE_CALLS_OTHERS = noClasses()
            .that()
            .resideOutsideOfPackage("..outbound..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..")
            .because("who calls a server that somebody else has chosen must look at its address");

    @ArchTest
    static final ArchRule CALLBACKS_KNOW_NO_DELETION = noClasses()
            .that()
            .resideInAnyPackage("..callback..", "..reply..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..deletion..")
            .because("whatever ends can be told of");

    @ArchTest
    static final ArchRule NO_OBJECT_MESSAGES = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.jms.ObjectMessage")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .because("what comes from a queue is never deserialised");

    @ArchTest
    static final ArchRule LISTENERS_ARE_THIN = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.ejb.MessageDriven")
            .should()
            .bePublic()
            .andShould()
            .haveName("onMessage")
            .because("a listener passes its message on, and does nothing by itself");

    @ArchTest
    static final ArchRule RESOURCES_ARE_MADE_ONCE = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .beAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
            .because("whatever a resource needs would be made again for every request");

    @ArchTest
    static final ArchRule RESOURCES_KEEP_NOTHING = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .and()
            .areNotStatic()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.ws.rs.core.Context")
            .because("a resource is shared by all requests, and what it keeps would be somebody's data");

    private static ArchCondition<JavaClass> haveNoPluralNameAndUseAnEntityManager() {
        return new ArchCondition<>("use an EntityManager without a plural name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean uses = type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(
                                use -> use.getTargetClass().getFullName().equals("jakarta.persistence.EntityManager"));
                boolean plural = type.getSimpleName().endsWith("s");
                events.add(new SimpleConditionEvent(type, uses && !plural, type.getName() + " uses an EntityManager"));
            }
        };
    }
}
