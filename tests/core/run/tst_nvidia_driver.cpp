// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/nvidia_driver.h"

#include <QtTest/QtTest>

using namespace latticeq;

class NvidiaDriverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theVersionIsRead_data();
    void theVersionIsRead();
    void theFirstCardIsNamed();
    void withoutADriverNothingIsTold();

private:
    void write(const QString& path, const QByteArray& text)
    {
        const QString file = m_dir.filePath(path);
        QDir().mkpath(QFileInfo(file).path());
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }

    QTemporaryDir m_dir;
};

void NvidiaDriverTest::theVersionIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("version");
    QTest::newRow("the closed module") << QByteArray(
        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12 19:39:15 UTC 2024\n"
        "GCC version:  gcc version 12.2.0 (Debian 12.2.0-14)\n")
                                       << "535.183.01";
    QTest::newRow("the open module") << QByteArray(
        "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  Release Build  (dvs)  Sun\n"
        "GCC version:  gcc version 12.2.0\n")
                                     << "580.65.06";
    QTest::newRow("a text that names none") << QByteArray("GCC version: 12.2.0\n") << "";
}

void NvidiaDriverTest::theVersionIsRead()
{
    QFETCH(const QByteArray, text);
    write(QStringLiteral("version"), text);
    QTEST(QString::fromStdString(nvidiaDriverVersion(m_dir.path().toStdString())), "version");
}

void NvidiaDriverTest::theFirstCardIsNamed()
{
    write(QStringLiteral("gpus/0000:81:00.0/information"), "Model: \t\t NVIDIA A100\nIRQ:   \t\t 17\n");
    write(QStringLiteral("gpus/0000:01:00.0/information"), "Model: \t\t NVIDIA H100 80GB HBM3 \nIRQ:   \t\t 16\n");
    QCOMPARE(nvidiaCardModel(m_dir.path().toStdString()), std::string("NVIDIA H100 80GB HBM3"));
}

void NvidiaDriverTest::withoutADriverNothingIsTold()
{
    const std::string nowhere = m_dir.filePath(QStringLiteral("nowhere")).toStdString();
    QCOMPARE(nvidiaDriverVersion(nowhere), std::string());
    QCOMPARE(nvidiaCardModel(nowhere), std::string());
}

QTEST_GUILESS_MAIN(NvidiaDriverTest)
#include "tst_nvidia_driver.moc"
