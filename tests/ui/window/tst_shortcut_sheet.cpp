// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_bar.h"
#include "ui/window/shortcut_sheet.h"
#include "ui/window/window_actions.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QSet>
#include <QTest>
#include <QUndoStack>

using namespace latticeq::ui;

class TestShortcutSheet : public QObject
{
    Q_OBJECT
private slots:
    void namesEveryKeyOfTheMenus();
    void everyKeyIsExplained();
    void isClosedByEscapeAndByItsButton();
    void fitsTheSmallestScreen();
};

namespace {

/** All texts on the sheet, the parts of "Ctrl+R / F5" one by one. */
QSet<QString> textsOf(const ShortcutSheet& sheet)
{
    QSet<QString> texts;
    for (const QLabel* label : sheet.findChildren<QLabel*>()) {
        for (const QString& part : label->text().split(" / "))
            texts.insert(part);
    }
    return texts;
}

} // namespace

void TestShortcutSheet::namesEveryKeyOfTheMenus()
{
    QMainWindow window;
    RunBar bar;
    QUndoStack undo;
    const WindowActions actions(window, bar, undo);
    const ShortcutSheet sheet;
    const QSet<QString> texts = textsOf(sheet);
    QList<QAction*> all = actions.findChildren<QAction*>();
    all += { bar.runAction(), bar.pauseAction(), bar.stopAction(), bar.exportAction() };
    QStringList missing;
    for (const QAction* action : all) {
        for (const QKeySequence& key : action->shortcuts()) {
            // Those of the sheet itself and of a second window need no line on it.
            if (action != actions.keys && action != actions.newWindow
                && !texts.contains(key.toString(QKeySequence::NativeText)))
                missing.append(key.toString());
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(", ")));
}

void TestShortcutSheet::everyKeyIsExplained()
{
    const ShortcutSheet sheet;
    for (const QGridLayout* grid : sheet.findChildren<QGridLayout*>()) {
        for (int row = 1; row < grid->rowCount() - 1; ++row) {
            for (int column = 0; column < 2; ++column) {
                const auto* label = qobject_cast<QLabel*>(grid->itemAtPosition(row, column)->widget());
                QVERIFY(label && !label->text().isEmpty());
            }
        }
    }
    QVERIFY(sheet.findChildren<QGridLayout*>().size() >= 4);
}

void TestShortcutSheet::isClosedByEscapeAndByItsButton()
{
    ShortcutSheet sheet;
    sheet.show();
    QTest::keyClick(&sheet, Qt::Key_Escape);
    QVERIFY(!sheet.isVisible());
    sheet.show();
    sheet.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Close)->click();
    QVERIFY(!sheet.isVisible());
}

void TestShortcutSheet::fitsTheSmallestScreen()
{
    QFont font = QApplication::font();
    font.setPixelSize(13);
    QApplication::setFont(font);
    const ShortcutSheet sheet;
    QVERIFY2(sheet.sizeHint().width() <= 1280 && sheet.sizeHint().height() <= 720,
        qPrintable(QString("%1 × %2").arg(sheet.sizeHint().width()).arg(sheet.sizeHint().height())));
}

QTEST_MAIN(TestShortcutSheet)
#include "tst_shortcut_sheet.moc"
