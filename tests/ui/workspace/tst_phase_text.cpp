// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/phase_text.h"

#include <QTest>
#include <QTranslator>

#include <array>

using latticeq::Phase;
using latticeq::ui::phaseText;

namespace {

constexpr std::array kPhases { Phase::Loading, Phase::MeasuringFullPrecision, Phase::SearchingBases, Phase::Calibrating,
    Phase::MeasuringAccuracy, Phase::Writing };

} // namespace

class TestPhaseText : public QObject
{
    Q_OBJECT
private slots:
    void englishTextsAreTheEnginesNames();
    void everyPhaseHasAFrenchTextOfItsOwn();
};

void TestPhaseText::englishTextsAreTheEnginesNames()
{
    for (const Phase phase : kPhases)
        QCOMPARE(phaseText(phase), QString::fromLatin1(latticeq::phaseName(phase)));
}

void TestPhaseText::everyPhaseHasAFrenchTextOfItsOwn()
{
    QTranslator french;
    QVERIFY(french.load(QStringLiteral(":/translations/latticeq_fr.qm")));
    QCoreApplication::installTranslator(&french);
    QSet<QString> texts;
    for (const Phase phase : kPhases) {
        QVERIFY(phaseText(phase) != QString::fromLatin1(latticeq::phaseName(phase)));
        texts.insert(phaseText(phase));
    }
    QCOMPARE(texts.size(), qsizetype(kPhases.size()));
    QCoreApplication::removeTranslator(&french);
}

QTEST_GUILESS_MAIN(TestPhaseText)
#include "tst_phase_text.moc"
