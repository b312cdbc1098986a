// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/focus_into.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace latticeq::ui;

class TestFocusInto : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_window.reset(); }

    void anAreasOwnChoiceComesFirst();
    void aListComesBeforeControlsAboveIt();
    void aHiddenListIsPassedOver();
    void theFirstControlThatCanBeUsedTakesTheKeyboard();
    void anAreaOfTextAloneTakesTheKeyboardItself();

private:
    template <typename Widget> Widget* add(QWidget* widget)
    {
        m_area->layout()->addWidget(widget);
        widget->show();
        return static_cast<Widget*>(widget);
    }

    std::unique_ptr<QWidget> m_window;
    QWidget* m_area = nullptr;
};

void TestFocusInto::init()
{
    m_window = std::make_unique<QWidget>();
    auto* rows = new QVBoxLayout(m_window.get());
    auto* elsewhere = new QPushButton("elsewhere");
    rows->addWidget(elsewhere);
    rows->addWidget(m_area = new QWidget);
    new QVBoxLayout(m_area);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    elsewhere->setFocus();
    QTRY_VERIFY(elsewhere->hasFocus());
}

void TestFocusInto::anAreasOwnChoiceComesFirst()
{
    add<QListWidget>(new QListWidget);
    auto* chosen = add<QLineEdit>(new QLineEdit);
    m_area->setFocusProxy(chosen);
    focusInto(*m_area, Qt::TabFocusReason);
    QVERIFY(chosen->hasFocus());
}

void TestFocusInto::aListComesBeforeControlsAboveIt()
{
    add<QPushButton>(new QPushButton);
    auto* list = add<QListWidget>(new QListWidget);
    focusInto(*m_area, Qt::TabFocusReason);
    QVERIFY(list->hasFocus());
}

void TestFocusInto::aHiddenListIsPassedOver()
{
    add<QListWidget>(new QListWidget)->hide();
    auto* button = add<QPushButton>(new QPushButton);
    focusInto(*m_area, Qt::TabFocusReason);
    QVERIFY(button->hasFocus());
}

void TestFocusInto::theFirstControlThatCanBeUsedTakesTheKeyboard()
{
    add<QPushButton>(new QPushButton)->setEnabled(false);
    add<QPushButton>(new QPushButton)->hide();
    add<QPushButton>(new QPushButton)->setFocusPolicy(Qt::ClickFocus);
    auto* field = add<QLineEdit>(new QLineEdit);
    add<QPushButton>(new QPushButton);
    focusInto(*m_area, Qt::ShortcutFocusReason);
    QVERIFY(field->hasFocus());
}

void TestFocusInto::anAreaOfTextAloneTakesTheKeyboardItself()
{
    add<QLabel>(new QLabel("nothing yet"));
    focusInto(*m_area, Qt::TabFocusReason);
    QVERIFY(m_area->hasFocus());
}

QTEST_MAIN(TestFocusInto)
#include "tst_focus_into.moc"
