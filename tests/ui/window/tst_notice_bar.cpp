// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/theme.h"
#include "ui/window/notice_bar.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace latticeq::ui;
using Kind = NoticeBar::Kind;

class TestNoticeBar : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init();
    void cleanup() { m_window.reset(); }

    void isHiddenUntilThereIsSomethingToSay();
    void showsTextAsItIs();
    void itsButtonClosesIt();
    void anActionActsOnceAndClosesTheBar();
    void anActionMayShowAnotherNotice();
    void anActionThatIsNotThereIsRefused();
    void isReachedByKeyboard();
    void aKindIsSeenByItsColour_data();
    void aKindIsSeenByItsColour();
    void followsTheTheme();
    void isSaidAgainInAnotherLanguage();
    void longSentencesAreNotCutOff();

private:
    QLabel& label() { return *m_bar->findChild<QLabel*>("notice"); }
    QColor stripe() { return m_bar->grab().toImage().pixelColor(1, m_bar->height() / 2); }

    std::unique_ptr<QWidget> m_window;
    NoticeBar* m_bar = nullptr;
};

void TestNoticeBar::init()
{
    m_window = std::make_unique<QWidget>();
    auto* rows = new QVBoxLayout(m_window.get());
    rows->addWidget(m_bar = new NoticeBar);
    rows->addStretch(1);
    m_window->resize(800, 200);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestNoticeBar::isHiddenUntilThereIsSomethingToSay()
{
    QVERIFY(!m_bar->isVisible());
    m_bar->show(Kind::Info, "Stopped.");
    QVERIFY(m_bar->isVisible());
    QCOMPARE(m_bar->sentence(), QString("Stopped."));
    QCOMPARE(label().accessibleName(), QString("Stopped."));
    m_bar->clear();
    QVERIFY(!m_bar->isVisible());
    QCOMPARE(m_bar->sentence(), QString());
}

void TestNoticeBar::showsTextAsItIs()
{
    m_bar->show(Kind::Error, "no <b>weights</b> & no data");
    QVERIFY(label().text().contains("no &lt;b&gt;weights&lt;/b&gt; &amp; no data"));
    QCOMPARE(m_bar->sentence(), QString("no <b>weights</b> & no data"));
}

void TestNoticeBar::itsButtonClosesIt()
{
    m_bar->show(Kind::Info, "Stopped.");
    auto* close = m_bar->findChild<QToolButton*>();
    QVERIFY(!close->accessibleName().isEmpty() && !close->toolTip().isEmpty());
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(!m_bar->isVisible());
    QVERIFY(!m_bar->trigger("Resume"));
}

void TestNoticeBar::anActionActsOnceAndClosesTheBar()
{
    int acted = 0;
    m_bar->show(Kind::Info, "Stopped.", { { "Resume", [&] { ++acted; } }, { "Open", [&] { acted += 100; } } });
    QVERIFY(m_bar->trigger("Resume"));
    QCOMPARE(acted, 1);
    QVERIFY(!m_bar->isVisible());
    QVERIFY(!m_bar->trigger("Resume"));
    QCOMPARE(acted, 1);
}

void TestNoticeBar::anActionMayShowAnotherNotice()
{
    m_bar->show(Kind::Warning, "A run goes on.", { { "Stop", [this] { m_bar->show(Kind::Info, "Stopping…"); } } });
    QVERIFY(m_bar->trigger("Stop"));
    QVERIFY(m_bar->isVisible());
    QCOMPARE(m_bar->sentence(), QString("Stopping…"));
    QCOMPARE(m_bar->kind(), Kind::Info);
    QVERIFY(!m_bar->trigger("Stop"));
}

void TestNoticeBar::anActionThatIsNotThereIsRefused()
{
    m_bar->show(Kind::Info, "Stopped.", { { "Resume", [] {} } });
    QVERIFY(!m_bar->trigger("Export…"));
    QVERIFY(m_bar->isVisible());
}

void TestNoticeBar::isReachedByKeyboard()
{
    int acted = 0;
    m_bar->show(Kind::Info, "Stopped.", { { "Resume", [&] { ++acted; } } });
    label().setFocus(Qt::TabFocusReason);
    QVERIFY(label().hasFocus());
    QTest::keyClick(&label(), Qt::Key_Tab);
    label().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&label(), Qt::Key_Return);
    QCOMPARE(acted, 1);
}

void TestNoticeBar::aKindIsSeenByItsColour_data()
{
    const Theme& theme = Theme::light();
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QColor>("color");
    QTest::newRow("information") << Kind::Info << theme.accent;
    QTest::newRow("a run is done") << Kind::Good << theme.good;
    QTest::newRow("a warning") << Kind::Warning << theme.warning;
    QTest::newRow("an error") << Kind::Error << theme.error;
}

void TestNoticeBar::aKindIsSeenByItsColour()
{
    QFETCH(Kind, kind);
    QFETCH(QColor, color);
    m_bar->show(kind, "Said.");
    QCOMPARE(stripe().name(), color.name());
}

void TestNoticeBar::followsTheTheme()
{
    m_bar->show(Kind::Error, "Failed.", { { "Choose file…", [] {} } });
    applyTheme(ThemeChoice::Dark);
    QTRY_COMPARE(stripe().name(), Theme::darkTheme().error.name());
    QVERIFY(label().text().contains(Theme::darkTheme().accent.name()));
    applyTheme(ThemeChoice::Light);
    QTRY_COMPARE(stripe().name(), Theme::light().error.name());
}

void TestNoticeBar::isSaidAgainInAnotherLanguage()
{
    int said = 0;
    const std::function<void()> say = [&] {
        m_bar->show(Kind::Info, ++said == 1 ? "Done." : "Terminé.");
        m_bar->setSayAgain(say);
    };
    const auto changeLanguage = [this] {
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_bar, &change);
    };
    say();
    changeLanguage();
    QCOMPARE(m_bar->sentence(), QString("Terminé."));
    m_bar->show(Kind::Info, "Stopping…"); // another notice: the first one does not come back
    changeLanguage();
    QCOMPARE(m_bar->sentence(), QString("Stopping…"));
    say();
    m_bar->clear();
    changeLanguage();
    QVERIFY(!m_bar->isVisible());
}

void TestNoticeBar::longSentencesAreNotCutOff()
{
    m_bar->show(Kind::Error, "Short.");
    QTRY_VERIFY(m_bar->height() >= 32);
    const int one = m_bar->height();
    m_bar->show(Kind::Error, QString("A sentence of many words. ").repeated(20));
    QTRY_VERIFY(m_bar->height() > one);
    QVERIFY(label().height() >= label().heightForWidth(label().width()));
}

QTEST_MAIN(TestNoticeBar)
#include "tst_notice_bar.moc"
