// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/preferences.h"

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace latticeq::ui;

class TestPreferences : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { QSettings().clear(); }

    void startAsTheSystemIs();
    void rememberTheThemeAndTheLanguage();
    void anUnknownThemeIsNoTheme_data();
    void anUnknownThemeIsNoTheme();
    void theLatestFileComesFirst();
    void aFileIsListedOnce();
    void tenFilesAreRemembered();
    void filesCanBeForgotten();
    void bytesComeBackAsTheyWere();

private:
    QTemporaryDir m_folder;
};

void TestPreferences::initTestCase()
{
    QCoreApplication::setOrganizationName("LatticeQ tests");
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
}

void TestPreferences::startAsTheSystemIs()
{
    QCOMPARE(preferences::theme(), ThemeChoice::System);
    QCOMPARE(preferences::language(), QString());
    QVERIFY(preferences::recentFiles().isEmpty());
    QVERIFY(preferences::value("window/state").isEmpty());
}

void TestPreferences::rememberTheThemeAndTheLanguage()
{
    for (const ThemeChoice choice : { ThemeChoice::Dark, ThemeChoice::Light, ThemeChoice::System }) {
        preferences::setTheme(choice);
        QCOMPARE(preferences::theme(), choice);
    }
    preferences::setLanguage("fr");
    QCOMPARE(preferences::language(), QString("fr"));
}

void TestPreferences::anUnknownThemeIsNoTheme_data()
{
    QTest::addColumn<QVariant>("stored");
    QTest::newRow("a number of a later version") << QVariant(7);
    QTest::newRow("a negative number") << QVariant(-1);
    QTest::newRow("no number") << QVariant("blue");
}

void TestPreferences::anUnknownThemeIsNoTheme()
{
    QFETCH(QVariant, stored);
    QSettings().setValue("theme", stored);
    const ThemeChoice choice = preferences::theme();
    QVERIFY(choice == ThemeChoice::System || choice == ThemeChoice::Light || choice == ThemeChoice::Dark);
}

void TestPreferences::theLatestFileComesFirst()
{
    preferences::addRecentFile("/a.pth");
    preferences::addRecentFile("/b, with a comma.pth");
    QCOMPARE(preferences::recentFiles(), QStringList({ "/b, with a comma.pth", "/a.pth" }));
}

void TestPreferences::aFileIsListedOnce()
{
    for (const char* file : { "/a.pth", "/b.pth", "/a.pth" })
        preferences::addRecentFile(file);
    QCOMPARE(preferences::recentFiles(), QStringList({ "/a.pth", "/b.pth" }));
}

void TestPreferences::tenFilesAreRemembered()
{
    for (int i = 0; i < 12; ++i)
        preferences::addRecentFile(QString("/%1.pth").arg(i));
    QCOMPARE(preferences::recentFiles().size(), 10);
    QCOMPARE(preferences::recentFiles().first(), QString("/11.pth"));
    QCOMPARE(preferences::recentFiles().last(), QString("/2.pth"));
}

void TestPreferences::filesCanBeForgotten()
{
    preferences::addRecentFile("/a.pth");
    preferences::setLanguage("fr");
    preferences::clearRecentFiles();
    QVERIFY(preferences::recentFiles().isEmpty());
    QCOMPARE(preferences::language(), QString("fr"));
}

void TestPreferences::bytesComeBackAsTheyWere()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes.append(static_cast<char>(i));
    preferences::setValue("window/state", bytes);
    QCOMPARE(preferences::value("window/state"), bytes);
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
