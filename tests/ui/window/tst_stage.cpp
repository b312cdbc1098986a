// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notice_bar.h"
#include "ui/window/stage.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

using namespace latticeq::ui;

class TestStage : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_stage.reset(); }

    void showsOnePageAtATime();
    void tellsOfAnotherPageOnce();
    void aTabIsChosenByMouseAndByKeys();
    void aPageTakesTheKeyboard();
    void titlesCanChange();
    void theNoticeTakesNoRoomUntilItIsShown();

private:
    QTabBar& tabs() { return *m_stage->findChild<QTabBar*>("stageTabs"); }

    std::unique_ptr<Stage> m_stage;
    QList<QWidget*> m_pages;
};

void TestStage::init()
{
    m_stage = std::make_unique<Stage>();
    m_pages.clear();
    for (const char* title : { "Errors", "Lattices", "Compare" }) {
        auto* page = new QWidget;
        auto* rows = new QVBoxLayout(page);
        rows->addWidget(new QPushButton(title));
        QCOMPARE(m_stage->addPage(page, title), m_pages.size());
        m_pages.append(page);
    }
    m_stage->resize(800, 600);
    m_stage->show();
    m_stage->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_stage.get()));
}

void TestStage::showsOnePageAtATime()
{
    QCOMPARE(m_stage->pages(), 3);
    for (const int page : { 0, 2, 1 }) {
        m_stage->setCurrent(page);
        QCOMPARE(m_stage->current(), page);
        QCOMPARE(m_stage->page(page), m_pages[page]);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_pages[i]->isVisible(), i == page);
    }
}

void TestStage::tellsOfAnotherPageOnce()
{
    QSignalSpy changed(m_stage.get(), &Stage::currentChanged);
    m_stage->setCurrent(1);
    m_stage->setCurrent(1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toInt(), 1);
}

void TestStage::aTabIsChosenByMouseAndByKeys()
{
    QTest::mouseClick(&tabs(), Qt::LeftButton, {}, tabs().tabRect(2).center());
    QCOMPARE(m_stage->current(), 2);
    QVERIFY(m_pages[2]->isVisible());
    tabs().setFocus();
    QTest::keyClick(&tabs(), Qt::Key_Left);
    QCOMPARE(m_stage->current(), 1);
    QVERIFY(m_pages[1]->isVisible());
}

void TestStage::aPageTakesTheKeyboard()
{
    m_stage->setCurrent(1);
    QVERIFY(m_pages[1]->findChild<QPushButton*>()->hasFocus());
}

void TestStage::titlesCanChange()
{
    m_stage->setTitle(1, "Réseaux");
    QCOMPARE(tabs().tabText(1), QString("Réseaux"));
}

void TestStage::theNoticeTakesNoRoomUntilItIsShown()
{
    const int before = m_pages[0]->height();
    QCOMPARE(m_pages[0]->mapTo(m_stage.get(), QPoint()).y(), tabs().height());
    m_stage->notice().show(NoticeBar::Kind::Info, "Stopped.");
    QTRY_VERIFY(m_pages[0]->height() <= before - 32);
    QCOMPARE(m_stage->notice().y(), tabs().height());
    m_stage->notice().clear();
    QTRY_COMPARE(m_pages[0]->height(), before);
}

QTEST_MAIN(TestStage)
#include "tst_stage.moc"
