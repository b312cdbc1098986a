// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/path_field.h"

#include <QFileDialog>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QtTest/QtTest>

using namespace latticeq::ui;

class PathFieldTest : public QObject
{
    Q_OBJECT

private slots:
    void typingTells();
    void showingTellsNobody();
    void theButtonBrowses();
    void closingTheBrowserChangesNothing();
};

namespace {

/** Presses the button and lets `act` handle the dialog that opens. */
void browse(PathField& field, const std::function<void(QFileDialog&)>& act)
{
    QTimer::singleShot(0, &field, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog)
            act(*dialog);
    });
    field.button().click();
}

} // namespace

void PathFieldTest::typingTells()
{
    PathField field(PathField::Kind::File);
    QSignalSpy edited(&field, &PathField::pathEdited);
    QTest::keyClicks(&field.line(), "/a");
    QCOMPARE(edited.count(), 2);
    QCOMPARE(field.path(), "/a");
}

void PathFieldTest::showingTellsNobody()
{
    PathField field(PathField::Kind::File);
    QSignalSpy edited(&field, &PathField::pathEdited);
    field.setPath("/a");
    QCOMPARE(edited.count(), 0);
    QCOMPARE(field.line().text(), "/a");
}

void PathFieldTest::theButtonBrowses()
{
    QTemporaryDir folder;
    PathField field(PathField::Kind::Folder);
    field.setBrowser("Choose a folder", {});
    QSignalSpy edited(&field, &PathField::pathEdited);
    QString title;
    browse(field, [&](QFileDialog& dialog) {
        title = dialog.windowTitle();
        dialog.setDirectory(folder.path());
        dialog.findChild<QLineEdit*>()->setText(folder.path());
        QMetaObject::invokeMethod(&dialog, "accept");
    });
    QCOMPARE(title, "Choose a folder");
    QCOMPARE(edited.count(), 1);
    QCOMPARE(field.path(), folder.path());
}

void PathFieldTest::closingTheBrowserChangesNothing()
{
    PathField field(PathField::Kind::File);
    field.setPath("/a");
    QSignalSpy edited(&field, &PathField::pathEdited);
    browse(field, [](QFileDialog& dialog) { dialog.reject(); });
    QCOMPARE(edited.count(), 0);
    QCOMPARE(field.path(), "/a");
}

QTEST_MAIN(PathFieldTest)
#include "tst_path_field.moc"
