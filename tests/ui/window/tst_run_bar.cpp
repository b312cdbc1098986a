// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_runs.h"
#include "ui/support/number_format.h"
#include "ui/support/theme.h"
#include "ui/window/run_bar.h"

#include <QAction>
#include <QLabel>
#include <QMainWindow>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;
using State = RunDocument::State;

class TestRunBar : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_window.reset(); }

    void aState_data();
    void aState();
    void anotherRunThatGoesOnCanBeStopped();
    void aPlannedRunIsReadyWithWhatIsExpected();
    void whatIsNotKnownYetIsADash();
    void aRunShowsItsLayerAndItsTime();
    void whileBitsAreChosenLayersAreCounted();
    void aRunOfASeriesTellsItsSeed();
    void phasesOfNoMeasureHaveABusyBar();
    void fullPrecisionIsShownUntilTheResultIsThere();
    void aFinishedRunShowsWhatWasMeasured();
    void aPausedRunSaysSo();
    void aNameIsToldOnlyWhereItIsNotTheSettings();
    void theTitleIsOfARunThatGoesOn();
    void everyControlIsNamedAndExplained();
    void theButtonDoesWhatTheActionDoes();
    void resultsKeepTheirPlace();
    void theRunButtonStandsOutInBothThemes();

private:
    QString text(const char* name) { return m_bar->findChild<QLabel*>(QString::fromLatin1(name))->text(); }
    QProgressBar& progress() { return *m_bar->findChild<QProgressBar*>("progress"); }
    RunDocumentPtr running(int finishedLayers);
    void show(const RunDocumentPtr& run, const std::optional<RunEstimate>& estimate = {})
    {
        m_bar->showRun(*run, estimate);
    }

    std::unique_ptr<QMainWindow> m_window;
    RunBar* m_bar = nullptr;
};

namespace {

RunEstimate sampleEstimate()
{
    RunEstimate estimate;
    estimate.packedBytes = 155'000;
    estimate.effectiveBits = 4.2;
    estimate.seconds = { { Phase::SearchingBases, 40.0 } };
    return estimate;
}

RunDocumentPtr inState(State state)
{
    auto run = std::make_shared<RunDocument>(test::sampleSettings());
    run->plan(test::sampleModel());
    run->setState(state);
    return run;
}

} // namespace

void TestRunBar::init()
{
    QLocale::setDefault(QLocale::c());
    applyTheme(ThemeChoice::Light);
    m_window = std::make_unique<QMainWindow>();
    m_window->addToolBar(m_bar = new RunBar);
    m_window->resize(1280, 720);
    m_window->show();
}

/** A run in its search, that many layers of six finished and the next one begun. */
RunDocumentPtr TestRunBar::running(int finishedLayers)
{
    const RunDocumentPtr run = inState(State::Running);
    std::vector<RunEvent> events;
    for (const RunEvent& event : test::sampleEvents()) {
        events.push_back(event);
        const auto* started = std::get_if<LayerStarted>(&event);
        if (started && started->index == finishedLayers)
            break;
    }
    run->apply(events);
    return run;
}

void TestRunBar::aState_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("run");
    QTest::addColumn<QList<bool>>("enabled"); // run, pause, stop, export
    QTest::addColumn<bool>("moving");
    using Enabled = QList<bool>;
    QTest::newRow("planned") << State::Planned << "Run" << Enabled { true, false, false, false } << false;
    QTest::newRow("running") << State::Running << "Run" << Enabled { false, true, true, false } << true;
    QTest::newRow("paused") << State::Paused << "Resume" << Enabled { true, false, true, false } << true;
    QTest::newRow("stopped") << State::Stopped << "Run" << Enabled { true, false, false, false } << false;
    QTest::newRow("failed") << State::Failed << "Run" << Enabled { true, false, false, false } << false;
    QTest::newRow("finished") << State::Finished << "Run" << Enabled { true, false, false, true } << false;
}

void TestRunBar::aState()
{
    QFETCH(State, state);
    QFETCH(QString, run);
    QFETCH(QList<bool>, enabled);
    QFETCH(bool, moving);
    show(inState(state));
    const QList<bool> shown { m_bar->runAction()->isEnabled(), m_bar->pauseAction()->isEnabled(),
        m_bar->stopAction()->isEnabled(), m_bar->exportAction()->isEnabled() };
    QCOMPARE(shown, enabled);
    QCOMPARE(m_bar->runAction()->text(), run);
    QCOMPARE(m_bar->findChild<QPushButton*>("runButton")->text(), run);
    QCOMPARE(m_bar->findChild<QPushButton*>("runButton")->isEnabled(), enabled[0]);
    QCOMPARE(progress().isVisible(), moving);
    QVERIFY(!m_bar->statusText().isEmpty());
}

void TestRunBar::anotherRunThatGoesOnCanBeStopped()
{
    const RunDocumentPtr shown = inState(State::Finished);
    const RunDocumentPtr active = inState(State::Running);
    m_bar->showRun(*shown, {}, active.get());
    QVERIFY(m_bar->stopAction()->isEnabled() && m_bar->pauseAction()->isEnabled() && !m_bar->runAction()->isEnabled());
    QVERIFY(progress().isVisible());
    QVERIFY(m_bar->exportAction()->isEnabled());
    active->setState(State::Stopped);
    m_bar->showRun(*shown, {}, active.get());
    QVERIFY(!m_bar->stopAction()->isEnabled() && m_bar->runAction()->isEnabled());
    QVERIFY(!progress().isVisible());
}

void TestRunBar::aPlannedRunIsReadyWithWhatIsExpected()
{
    show(inState(State::Planned), sampleEstimate());
    QCOMPARE(m_bar->statusText(), QString("Ready: ResNet-20 (Fashion-MNIST) · W4A8B8 · about 40 s"));
    QCOMPARE(text("size"), QString("≈ 0.155 MB"));
    QCOMPARE(text("bits"), QString("≈ 4.20"));
    QCOMPARE(text("top1"), QString(QChar(kNotYet)));
}

void TestRunBar::whatIsNotKnownYetIsADash()
{
    show(inState(State::Planned));
    QVERIFY(m_bar->statusText().endsWith("estimating"));
    for (const char* result : { "top1", "size", "bits" })
        QCOMPARE(text(result), QString(QChar(kNotYet)));
}

void TestRunBar::aRunShowsItsLayerAndItsTime()
{
    const RunDocumentPtr run = running(2);
    show(run, sampleEstimate());
    QCOMPARE(m_bar->statusText(), QString("Searching bases · layer 3 of 6 · %1").arg(run->layers()[2].name()));
    run->apply({ ProgressMade { 0.62, 21, 17.0 } });
    show(run);
    QCOMPARE(text("times"), QString("0:21, about 0:17 left"));
    QCOMPARE(progress().value(), 620);
    QCOMPARE(progress().maximum(), 1000);
    const RunDocumentPtr another = running(2);
    another->id = "another";
    another->apply({ ProgressMade { 0.62, 21, 90.0 } });
    show(another);
    QVERIFY2(text("times").contains("1:30"), "another run's time may be longer than what was promised for the first");
}

void TestRunBar::phasesOfNoMeasureHaveABusyBar()
{
    for (const Phase phase : kPhases) {
        const RunDocumentPtr run = inState(State::Running);
        run->apply({ PhaseStarted { phase } });
        show(run);
        const bool measured = phase != Phase::Loading && phase != Phase::Writing;
        QCOMPARE(progress().maximum(), measured ? 1000 : 0);
        QVERIFY(!m_bar->statusText().isEmpty());
    }
}

void TestRunBar::fullPrecisionIsShownUntilTheResultIsThere()
{
    const RunDocumentPtr run = running(0);
    show(run, sampleEstimate());
    const EvaluationAdvanced last = run->fullPrecision().points.back();
    const double top1 = 100.0 * static_cast<double>(last.correct) / static_cast<double>(last.total);
    QCOMPARE(text("top1"), formatPercent(top1));
    QCOMPARE(text("size"), QString("≈ 0.155 MB"));
    const RunDocumentPtr half = inState(State::Running);
    half->apply({ EvaluationAdvanced { Phase::MeasuringFullPrecision, 90, 99, 100, 1000 } });
    show(half);
    QCOMPARE(text("top1"), QString(QChar(kNotYet)));
}

void TestRunBar::aFinishedRunShowsWhatWasMeasured()
{
    const RunDocumentPtr run = test::sampleRun("a");
    show(run, sampleEstimate());
    QCOMPARE(text("top1"), formatPercent(run->result()->quantized->top1));
    QCOMPARE(text("size"), formatSize(run->result()->packedBytes));
    QCOMPARE(text("bits"), formatBits(run->result()->effectiveBits));
    QVERIFY(m_bar->findChild<QLabel*>("size")->toolTip().contains(formatCount(run->result()->packedBytes)));
    show(inState(State::Planned), sampleEstimate());
    QVERIFY2(!m_bar->findChild<QLabel*>("size")->toolTip().contains(formatCount(run->result()->packedBytes)),
        "the tooltip of an expected size does not speak of the run before");
}

void TestRunBar::aPausedRunSaysSo()
{
    const RunDocumentPtr run = running(1);
    run->setState(State::Paused);
    show(run);
    QVERIFY2(
        m_bar->statusText().startsWith("Paused · Searching bases · layer 2 of 6"), qPrintable(m_bar->statusText()));
}

void TestRunBar::aNameIsToldOnlyWhereItIsNotTheSettings()
{
    const RunDocumentPtr run = test::sampleRun("a");
    run->name = "W4A8B8";
    show(run);
    QCOMPARE(m_bar->statusText(), QString("Finished · ResNet-20 (Fashion-MNIST) · W4A8B8"));
    run->name = "Second try";
    show(run);
    QCOMPARE(m_bar->statusText(), QString("Finished · Second try · W4A8B8"));
    QCOMPARE(m_bar->findChild<QLabel*>("phase")->toolTip(), m_bar->statusText());
}

void TestRunBar::theTitleIsOfARunThatGoesOn()
{
    QCOMPARE(m_bar->titleText(*inState(State::Planned)), QString());
    QCOMPARE(m_bar->titleText(*test::sampleRun("a")), QString());
    const RunDocumentPtr run = running(2);
    run->apply({ ProgressMade { 0.62, 21, 17.0 } });
    QCOMPARE(m_bar->titleText(*run), QString("62 % · %1").arg(run->layers()[2].name()));
    run->setState(State::Paused);
    QCOMPARE(m_bar->titleText(*run), QString("Paused at 62 % · %1").arg(run->layers()[2].name()));
    const RunDocumentPtr loading = inState(State::Running);
    loading->apply({ PhaseStarted { Phase::Loading } });
    QCOMPARE(m_bar->titleText(*loading), QString("0 % · Loading"));
}

void TestRunBar::everyControlIsNamedAndExplained()
{
    for (const QAction* action :
        { m_bar->runAction(), m_bar->pauseAction(), m_bar->stopAction(), m_bar->exportAction() })
        QVERIFY2(!action->text().isEmpty() && !action->toolTip().isEmpty(), qPrintable(action->objectName()));
    for (const char* name : { "top1", "size", "bits" })
        QVERIFY2(!m_bar->findChild<QLabel*>(name)->accessibleName().isEmpty(), name);
    QVERIFY(!progress().accessibleName().isEmpty());
    QVERIFY(!m_bar->isMovable() && !m_bar->toggleViewAction()->isEnabled());
}

void TestRunBar::theButtonDoesWhatTheActionDoes()
{
    show(inState(State::Planned));
    QSignalSpy triggered(m_bar->runAction(), &QAction::triggered);
    QTest::mouseClick(m_bar->findChild<QPushButton*>("runButton"), Qt::LeftButton);
    QCOMPARE(triggered.size(), 1);
}

void TestRunBar::resultsKeepTheirPlace()
{
    const auto places = [this] {
        QCoreApplication::processEvents();
        QList<QPoint> found;
        for (const char* name : { "top1", "size", "bits" }) {
            const auto* label = m_bar->findChild<QLabel*>(name);
            found.append(label->mapTo(m_bar, label->rect().topRight()));
        }
        return found;
    };
    show(inState(State::Planned), sampleEstimate());
    const QList<QPoint> planned = places();
    show(running(3), sampleEstimate());
    QCOMPARE(places(), planned);
    show(test::sampleRun("a"));
    QCOMPARE(places(), planned);
    QVERIFY(m_bar->height() >= 56);
}

void TestRunBar::theRunButtonStandsOutInBothThemes()
{
    show(inState(State::Planned));
    const auto* button = m_bar->findChild<QPushButton*>("runButton");
    for (const ThemeChoice choice : { ThemeChoice::Dark, ThemeChoice::Light }) {
        applyTheme(choice);
        const Theme& theme = choice == ThemeChoice::Dark ? Theme::darkTheme() : Theme::light();
        QTRY_COMPARE(button->palette().color(QPalette::Button).name(), theme.accent.name());
        QCOMPARE(button->palette().color(QPalette::ButtonText).name(), theme.accentText.name());
    }
}

void TestRunBar::whileBitsAreChosenLayersAreCounted()
{
    RunDocument run(test::sampleSettings());
    run.apply({ PhaseStarted { Phase::ChoosingBits } });
    QCOMPARE(phaseText(run), QString("Choosing bits"));
    run.apply({ SensitivityMeasured { { 1, "a", {} } } });
    QVERIFY2(phaseText(run).startsWith("Choosing bits · 1 layer"), qPrintable(phaseText(run)));
}

void TestRunBar::aRunOfASeriesTellsItsSeed()
{
    RunDocument run(test::sampleSettings());
    run.place = "seed 2 of 3";
    run.apply({ PhaseStarted { Phase::Calibrating } });
    QCOMPARE(phaseText(run), QString("seed 2 of 3 · Calibrating activations"));
}

QTEST_MAIN(TestRunBar)
#include "tst_run_bar.moc"
