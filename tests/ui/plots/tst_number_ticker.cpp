// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/number_ticker.h"

#include "ui/plots/tick_labels.h"

#include <QTest>

using namespace latticeq::ui;

class TestNumberTicker : public QObject
{
    Q_OBJECT
private slots:
    void negativeNumbersHaveATrueMinus()
    {
        const QString texts = labels({ -1, 1 }, 400).join(u' ');
        QVERIFY(texts.contains(u'−'));
        QVERIFY(!texts.contains(u'-'));
    }

    void allLabelsHaveTheSameDecimals()
    {
        QCOMPARE(labels({ 92.9, 95.1 }, 400), QStringList({ "93.0", "93.5", "94.0", "94.5", "95.0" }));
        QCOMPARE(labels({ -0.01, 1 }, 220).first(), QStringLiteral("0"));
    }

    void theUnitIsLeftOutOfTheLabels()
    {
        QCOMPARE(labels({ 0.9e-6, 4.1e-6 }, 300, -6), QStringList({ "1", "2", "3", "4" }));
    }

    void labelsNeverTouch_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("a wide plot") << 800;
        QTest::newRow("a dock") << 280;
        QTest::newRow("a very narrow plot") << 120;
    }
    void labelsNeverTouch()
    {
        QFETCH(const int, width);
        labels({ -0.0123, 0.0118 }, width);
        QVERIFY(labelsFit(*m_plot->xAxis, m_plot->xAxis->tickVector(), m_plot->xAxis->tickVectorLabels()));
        QVERIFY(!m_plot->xAxis->tickVector().isEmpty());
    }

private:
    QStringList labels(const QCPRange& range, int width, int exponent = 0)
    {
        m_plot = std::make_unique<QCustomPlot>();
        m_plot->setViewport({ 0, 0, width, 200 });
        m_plot->xAxis->setTicker(QSharedPointer<NumberTicker>::create(*m_plot->xAxis, 4, exponent));
        m_plot->xAxis->setRange(range);
        m_plot->replot();
        m_plot->replot(); // now with the axis as long as the first one made it
        return m_plot->xAxis->tickVectorLabels();
    }

    std::unique_ptr<QCustomPlot> m_plot;
};

QTEST_MAIN(TestNumberTicker)
#include "tst_number_ticker.moc"
