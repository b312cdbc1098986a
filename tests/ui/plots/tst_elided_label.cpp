// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/elided_label.h"

#include <QTest>

using namespace latticeq::ui;

class TestElidedLabel : public QObject
{
    Q_OBJECT
private slots:
    void aLongTextAsksForNoWidthAndStandsInTheTooltip()
    {
        ElidedLabel label;
        label.setText(QStringLiteral("a layer with a name that is much longer than the label"));
        QCOMPARE(label.minimumSizeHint().width(), 0);
        label.resize(60, 20);
        label.grab();
        QCOMPARE(label.toolTip(), label.text());
        label.resize(2000, 20);
        label.grab();
        QVERIFY(label.toolTip().isEmpty());
    }
};

QTEST_MAIN(TestElidedLabel)
#include "tst_elided_label.moc"
