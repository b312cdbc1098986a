// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_runs.h"
#include "ui/window/run_notices.h"

#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestRunNotices : public QObject
{
    Q_OBJECT
private slots:
    void init() { QLocale::setDefault(QLocale::c()); }

    void aFinishedRunIsSummedUp();
    void withoutAccuracyTheSizeIsTold();
    void aRunWithoutAResultHasNothingToTell();
    void aStoppedRunTellsWhatIsKept();
    void failuresAreSentences_data();
    void failuresAreSentences();
    void networksThatFitAreReadFromTheSentence();
    void aFailureIsAboutWhatItNames_data();
    void aFailureIsAboutWhatItNames();
};

void TestRunNotices::aFinishedRunIsSummedUp()
{
    const RunDocumentPtr run = test::sampleRun("a");
    const QString worst = run->worstLayer();
    const QString sentence = doneSentence(*run);
    QVERIFY2(sentence.startsWith("Done in 0:14. "), qPrintable(sentence));
    QVERIFY2(sentence.contains(" pt), 7.0 times smaller. "), qPrintable(sentence));
    QVERIFY(!worst.isEmpty());
    const QString end = QString("Worst: %1 %2.").arg(run->indexOf(worst) + 1).arg(worst);
    QVERIFY2(sentence.endsWith(end), qPrintable(sentence));
}

void TestRunNotices::withoutAccuracyTheSizeIsTold()
{
    RunResult result = test::sampleResult();
    result.quantized.reset();
    result.difference.reset();
    RunDocument run(result.settings);
    run.open(result);
    const QString sentence = doneSentence(run);
    QVERIFY2(sentence.startsWith("Done in 0:14. 7.0 times smaller. Worst: "), qPrintable(sentence));
    QVERIFY(!sentence.contains('%'));
}

void TestRunNotices::aRunWithoutAResultHasNothingToTell()
{
    QCOMPARE(doneSentence(RunDocument(test::sampleSettings())), QString());
}

void TestRunNotices::aStoppedRunTellsWhatIsKept()
{
    RunDocument run(test::sampleSettings());
    run.plan(test::sampleModel());
    QCOMPARE(stoppedSentence(run), QString("Stopped before a layer was finished; nothing was kept."));
    std::vector<RunEvent> events;
    int finished = 0;
    for (const RunEvent& event : test::sampleEvents()) {
        if (finished == 2)
            break;
        finished += std::holds_alternative<LayerFinished>(event) ? 1 : 0;
        events.push_back(event);
    }
    run.apply(events);
    QCOMPARE(stoppedSentence(run), QString("Stopped. 2 of 6 layers are finished and kept."));
}

void TestRunNotices::failuresAreSentences_data()
{
    QTest::addColumn<QString>("engines");
    QTest::addColumn<QString>("people");
    QTest::newRow("a capital and a full stop are added") << "no weights for resnet18"
                                                         << "No weights for resnet18.";
    QTest::newRow("a path keeps its case") << "runs/a: cannot write"
                                           << "runs/a: cannot write.";
    QTest::newRow("a file keeps its case") << "net.pth is cut off"
                                           << "net.pth is cut off.";
    QTest::newRow("a flag keeps its form") << "--bitsW is 9"
                                           << "--bitsW is 9.";
    QTest::newRow("a sentence stays as it is") << "The disk is full."
                                               << "The disk is full.";
    QTest::newRow("letters of other scripts") << "émission échouée"
                                              << "Émission échouée.";
    QTest::newRow("silence is put into words") << ""
                                               << "The run failed without saying why.";
}

void TestRunNotices::failuresAreSentences()
{
    QFETCH(QString, engines);
    QFETCH(QString, people);
    QCOMPARE(failureSentence(engines), people);
}

void TestRunNotices::networksThatFitAreReadFromTheSentence()
{
    const QString misfit = "x.pth does not fit ResNet-50: conv1.weight is missing";
    QCOMPARE(networksThatFit(misfit), QStringList());
    QCOMPARE(networksThatFit(misfit + "; it fits googlenet"), QStringList { "googlenet" });
    QCOMPARE(networksThatFit(misfit + "; it fits a, b and c"), (QStringList { "a", "b", "c" }));
}

void TestRunNotices::aFailureIsAboutWhatItNames_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<FailureSubject>("subject");
    QTest::newRow("the output folder") << "/out/run exists already" << FailureSubject::OutputFolder;
    QTest::newRow("writing") << "cannot write /elsewhere: disk full" << FailureSubject::OutputFolder;
    QTest::newRow("the weights") << "/in/net.pth: no such file" << FailureSubject::Weights;
    QTest::newRow("usual weights that are missing")
        << "no weights for resnet18: /home/x.pth" << FailureSubject::Weights;
    QTest::newRow("the images") << "/in/images: no such folder" << FailureSubject::Data;
    QTest::newRow("the calibration's images") << "/in/calibration: empty" << FailureSubject::Data;
    QTest::newRow("images that were not named") << "--data is missing" << FailureSubject::Data;
    QTest::newRow("anything else") << "out of memory" << FailureSubject::Other;
}

void TestRunNotices::aFailureIsAboutWhatItNames()
{
    QFETCH(QString, sentence);
    QFETCH(FailureSubject, subject);
    RunSettings settings;
    settings.outputFolder = "/out/run";
    settings.weights = "/in/net.pth";
    settings.data = "/in/images";
    settings.calibrationData = "/in/calibration";
    QCOMPARE(failureSubject(sentence, settings), subject);
    const FailureSubject withoutNames = failureSubject("out of memory", RunSettings {});
    QVERIFY2(withoutNames == FailureSubject::Other, "empty settings are named by no sentence");
}

QTEST_GUILESS_MAIN(TestRunNotices)
#include "tst_run_notices.moc"
