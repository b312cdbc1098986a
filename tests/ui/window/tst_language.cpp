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
    void oneOfAThingIsSingular_data();
    void oneOfAThingIsSingular();
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

void TestLanguage::oneOfAThingIsSingular_data()
{
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    const auto row = [](const char* title, const char* context, const char* source, const char* one, const char* two) {
        QTest::newRow(title) << QByteArray(context) << QByteArray(source) << QString(one) << QString(two);
    };
    row("layers of the table", "latticeq::ui::LayersBar", "%n layers", "1 layer", "2 layers");
    row("lines of the log", "latticeq::ui::LogView", "%n lines", "1 line", "2 lines");
    row("warnings of the log", "latticeq::ui::LogView", "%n warnings", "1 warning", "2 warnings");
    row("remembered runs", "latticeq::ui::RunsView", "%n runs", "1 run", "2 runs");
    row("restarts of the search", "latticeq::ui::SearchGroup", "random, %n restart(s)", "random, 1 restart",
        "random, 2 restarts");
    row("layers with their own bits", "latticeq::ui::WeightsGroup", "%n layer(s) with their own bits",
        "1 layer with its own bits", "2 layers with their own bits");
    row("bits in the report", "Report", "%n bits per coordinate", "1 bit per coordinate", "2 bits per coordinate");
    row("files being written", "latticeq::ui::ExportSheet", "Writing %n files…", "Writing 1 file…", "Writing 2 files…");
}

void TestLanguage::oneOfAThingIsSingular()
{
    QFETCH(QByteArray, context);
    QFETCH(QByteArray, source);
    applyLanguage("en");
    const auto text = [&](int count) { return QCoreApplication::translate(context, source, nullptr, count); };
    QTEST(text(1), "one");
    QTEST(text(2), "two");
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
