package io.reportstream.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The arrows between modules, and what the reading of reports may know. */
@AnalyzeClasses(packages = "io.reportstream", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String ROOT = "io.reportstream.";

    @ArchTest
    static final ArchRule contractKnowsNoOtherModule = noClasses()
            .that(resideInAPackage(ROOT + "contract.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "service..",
                    ROOT + "producer..",
                    ROOT + "processor..",
                    ROOT + "sink..",
                    ROOT + "bench..",
                    ROOT + "standalone..");

    @ArchTest
    static final ArchRule serviceKnowsTheContractAlone = noClasses()
            .that(resideInAPackage(ROOT + "service.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "producer..",
                    ROOT + "processor..",
                    ROOT + "sink..",
                    ROOT + "bench..",
                    ROOT + "standalone..");

    @ArchTest
    static final ArchRule producerKnowsNoSibling = noClasses()
            .that(resideInAPackage(ROOT + "producer.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "processor..", ROOT + "sink..", ROOT + "bench..", ROOT + "standalone..");

    @ArchTest
    static final ArchRule processorKnowsNoSibling = noClasses()
            .that(resideInAPackage(ROOT + "processor.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "producer..", ROOT + "sink..", ROOT + "bench..", ROOT + "standalone..");

    @ArchTest
    static final ArchRule sinkKnowsNoSibling = noClasses()
            .that(resideInAPackage(ROOT + "sink.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "producer..", ROOT + "processor..", ROOT + "bench..", ROOT + "standalone..");

    @ArchTest
    static final ArchRule readingReportsNeedsNoKafka = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + "processor.clean..",
                    ROOT + "processor.segment..",
                    ROOT + "processor.classify..",
                    ROOT + "processor.extract..",
                    ROOT + "processor.lexicon..",
                    ROOT + "processor.analyze..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "java.sql..", "io.javalin..");

    @ArchTest
    static final ArchRule onlyTheExecutableChoosesTheLogger = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ch.qos.logback..");

    @ArchTest
    static final ArchRule packagesOfAModuleFormNoCycle =
            SlicesRuleDefinition.slices().matching(ROOT + "(*).(*)..").should().beFreeOfCycles();
}
