// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/engine_library.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace latticeq::ui;

namespace {

constexpr auto kLibrary = "liblatticeq_engine.so";
constexpr auto kBuiltLibrary = LATTICEQ_BIN_DIR "/liblatticeq_engine.so";
constexpr auto kOpen = "--open";

/** What a started copy of this program does: opens the engine and says how it went. */
int openAndTell()
{
    try {
        std::printf("%zu devices", openEngineLibrary().devices().size());
        return 0;
    } catch (const std::runtime_error& error) {
        std::printf("%s", error.what());
        return 1;
    }
}

} // namespace

/** The library is searched beside the running program, so every case starts a copy of this one in its own folder. */
class TestEngineLibrary : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void opensTheLibraryBesideTheProgram();
    void opensTheLibraryThatTheSystemFinds();
    void saysWhatIsMissing();
    void saysWhatCannotBeRead();
    void refusesALibraryWithoutTheEngine();

private:
    int open(const QString& libraryPath = {});
    QString beside() const { return m_folder->filePath(QString::fromLatin1(kLibrary)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_said;
};

void TestEngineLibrary::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(QCoreApplication::applicationFilePath(), m_folder->filePath("program")));
}

int TestEngineLibrary::open(const QString& libraryPath)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove("LD_LIBRARY_PATH");
    if (!libraryPath.isEmpty())
        environment.insert("LD_LIBRARY_PATH", libraryPath);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(m_folder->filePath("program"), { QString::fromLatin1(kOpen) });
    if (!process.waitForFinished(60'000))
        return -1;
    m_said = QString::fromUtf8(process.readAllStandardOutput());
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

void TestEngineLibrary::opensTheLibraryBesideTheProgram()
{
    QVERIFY(QFile::link(kBuiltLibrary, beside()));
    QVERIFY2(open() == 0, qPrintable(m_said));
    QVERIFY2(m_said.endsWith(" devices") && !m_said.startsWith("0 "), qPrintable(m_said));
}

void TestEngineLibrary::opensTheLibraryThatTheSystemFinds()
{
    QVERIFY2(open(LATTICEQ_BIN_DIR) == 0, qPrintable(m_said));
    QVERIFY2(m_said.endsWith(" devices"), qPrintable(m_said));
}

void TestEngineLibrary::saysWhatIsMissing()
{
    QCOMPARE(open(), 1);
    QVERIFY2(m_said.startsWith("The engine could not be opened: "), qPrintable(m_said));
    QVERIFY2(m_said.contains(kLibrary), qPrintable(m_said));
}

void TestEngineLibrary::saysWhatCannotBeRead()
{
    QFile file(beside());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no library") > 0);
    file.close();
    QCOMPARE(open(), 1);
    QVERIFY2(m_said.contains(beside()), qPrintable(m_said));
}

void TestEngineLibrary::refusesALibraryWithoutTheEngine()
{
    QVERIFY(QFile::link("/lib/x86_64-linux-gnu/libm.so.6", beside()) || QFile::exists(beside()));
    QCOMPARE(open(), 1);
    QVERIFY2(m_said.startsWith("The engine could not be opened: "), qPrintable(m_said));
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 2 && QString::fromLocal8Bit(argv[1]) == QLatin1String(kOpen))
        return openAndTell();
    TestEngineLibrary test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_engine_library.moc"
