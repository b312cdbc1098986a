// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/language.h"
#include "ui/window/run_bar.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLibraryInfo>
#include <QLocale>
#include <QPushButton>
#include <QTest>

using namespace latticeq::ui;

namespace {

class LanguageChanges : public QWidget
{
public:
    int count = 0;

protected:
    void changeEvent(QEvent* event) override
    {
        count += event->type() == QEvent::LanguageChange ? 1 : 0;
        QWidget::changeEvent(event);
    }
};

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { applyLanguage("en"); }

    void figuresFollowTheLanguage();
    void anEmptyNameIsTheSystems();
    void widgetsAreToldLive();
    void theProgramSpeaksFrenchAndEnglishAgain();
    void qtsOwnButtonsFollow();
};

void TestLanguage::figuresFollowTheLanguage()
{
    applyLanguage("fr");
    QCOMPARE(QLocale().language(), QLocale::French);
    QCOMPARE(QLocale().toString(3.5, 'f', 1), QString("3,5"));
    applyLanguage("en");
    QCOMPARE(QLocale().toString(3.5, 'f', 1), QString("3.5"));
}

void TestLanguage::anEmptyNameIsTheSystems()
{
    applyLanguage("fr");
    applyLanguage({});
    QCOMPARE(QLocale(), QLocale::system());
}

void TestLanguage::widgetsAreToldLive()
{
    LanguageChanges widget;
    widget.show();
    applyLanguage("fr");
    QTRY_VERIFY(widget.count > 0);
    const int french = widget.count;
    applyLanguage("en");
    QTRY_VERIFY(widget.count > french);
}

void TestLanguage::theProgramSpeaksFrenchAndEnglishAgain()
{
    RunBar bar;
    bar.show();
    const QString english = bar.stopAction()->text();
    QCOMPARE(english, QString("Stop"));
    applyLanguage("fr");
    QTRY_VERIFY2(bar.stopAction()->text() != english, qPrintable(bar.stopAction()->text()));
    applyLanguage("en");
    QTRY_COMPARE(bar.stopAction()->text(), english);
}

void TestLanguage::qtsOwnButtonsFollow()
{
    if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + "/qtbase_fr.qm"))
        QSKIP("Qt's own translations are not installed here");
    applyLanguage("fr");
    QDialogButtonBox buttons(QDialogButtonBox::Cancel);
    QCOMPARE(buttons.button(QDialogButtonBox::Cancel)->text(), QString("Annuler"));
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
