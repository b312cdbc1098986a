// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/device_choice.h"

#include <QtTest/QtTest>

#include <stdexcept>

using namespace latticeq;

namespace {

Card card(int index, const char* name)
{
    Card card;
    card.index = index;
    card.name = name;
    card.totalBytes = 85'000'000'000;
    return card;
}

CardList twoCards()
{
    return { { card(0, "NVIDIA H100"), card(1, "Tesla K80") }, {} };
}

/** Calls what should throw and returns its sentence. */
template <typename Call> QString sentenceOf(Call call)
{
    try {
        call();
    } catch (const std::invalid_argument& error) {
        return QString::fromUtf8(error.what());
    }
    return QStringLiteral("nothing was thrown");
}

} // namespace

class DeviceChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreChecked_data();
    void namesAreChecked();
    void automaticTakesTheFirstUsableCard();
    void automaticLeavesLaterCardsAlone();
    void automaticFallsBackToTheProcessor();
    void theProcessorTouchesNoCard();
    void aNamedCardIsTaken();
    void sentencesNameWhatIsThere_data();
    void sentencesNameWhatIsThere();
    void memoryIsWrittenInGigabytes();
};

void DeviceChoiceTest::namesAreChecked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("known");
    for (const char* name : { "auto", "cpu", "cuda", "cuda:0", "cuda:12" })
        QTest::newRow(name) << name << true;
    for (const char* name :
        { "", "gpu", "CPU", "cuda:", "cuda:x", "cuda:-1", "cuda:01", "cuda:1 ", "cuda:99999999999" })
        QTest::newRow(qPrintable(QStringLiteral("'%1'").arg(QLatin1String(name)))) << name << false;
}

void DeviceChoiceTest::namesAreChecked()
{
    QFETCH(const QString, name);
    const QString sentence = sentenceOf([&] { checkDeviceName(name.toStdString()); });
    QFETCH(const bool, known);
    QCOMPARE(sentence,
        known ? QStringLiteral("nothing was thrown")
              : QStringLiteral("--device is '%1', expected auto, cpu, cuda or cuda:0").arg(name));
}

void DeviceChoiceTest::automaticTakesTheFirstUsableCard()
{
    for (const char* wanted : { "auto", "cuda" }) {
        const DeviceChoice choice = chooseAmong(wanted, twoCards(),
            [](Card& card) { card.whyUnusable = card.index == 0 ? "its compute mode is set to prohibited" : ""; });
        QCOMPARE(choice.device, std::string("cuda:1"));
        QCOMPARE(choice.title, std::string("cuda:1 Tesla K80"));
        QCOMPARE(choice.why, std::string("the first card that can be used"));
        QCOMPARE(choice.totalBytes, int64_t(85'000'000'000));
    }
}

void DeviceChoiceTest::automaticLeavesLaterCardsAlone()
{
    std::vector<int> examined;
    chooseAmong("auto", twoCards(), [&](const Card& card) { examined.push_back(card.index); });
    QCOMPARE(examined, std::vector<int> { 0 });
    examined.clear();
    chooseAmong("cuda:1", twoCards(), [&](const Card& card) { examined.push_back(card.index); });
    QCOMPARE(examined, std::vector<int> { 1 });
}

void DeviceChoiceTest::automaticFallsBackToTheProcessor()
{
    const DeviceChoice without = chooseAmong("auto", { {}, "this machine has no NVIDIA card" });
    QCOMPARE(without.device, std::string("cpu"));
    QCOMPARE(without.why, std::string("this machine has no NVIDIA card"));
    const DeviceChoice unusable
        = chooseAmong("auto", { { card(0, "NVIDIA H100") }, {} }, [](Card& card) { card.whyUnusable = "it sleeps"; });
    QCOMPARE(unusable.device, std::string("cpu"));
    QCOMPARE(unusable.why, std::string("cuda:0 NVIDIA H100 cannot be used, it sleeps"));
}

void DeviceChoiceTest::theProcessorTouchesNoCard()
{
    int examined = 0;
    const DeviceChoice choice = chooseAmong("cpu", twoCards(), [&](Card&) { ++examined; });
    QCOMPARE(choice.device, std::string("cpu"));
    QCOMPARE(examined, 0);
}

void DeviceChoiceTest::aNamedCardIsTaken()
{
    const DeviceChoice choice = chooseAmong("cuda:1", twoCards(), [](Card&) {});
    QCOMPARE(choice.device, std::string("cuda:1"));
    QCOMPARE(choice.why, std::string("the card that --device names"));
}

void DeviceChoiceTest::sentencesNameWhatIsThere_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<int>("cards");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a card that one card is not")
        << "cuda:3" << 1 << "--device is 'cuda:3', but this machine has 1 card: cuda:0 NVIDIA H100";
    QTest::newRow("a card that two cards are not")
        << "cuda:2" << 2 << "--device is 'cuda:2', but this machine has 2 cards: cuda:0 NVIDIA H100, cuda:1 Tesla K80";
    QTest::newRow("a card that cannot be used")
        << "cuda:1" << 2 << "--device cuda:1: Tesla K80 cannot be used, it sleeps; expected auto or cpu";
    QTest::newRow("any card, of which none can be used")
        << "cuda" << 1 << "--device cuda: cuda:0 NVIDIA H100 cannot be used, it sleeps, expected auto or cpu";
    QTest::newRow("any card without one")
        << "cuda" << 0 << "--device cuda: this version is built without CUDA, expected auto or cpu";
    QTest::newRow("a named card without one")
        << "cuda:0" << 0 << "--device cuda:0: this version is built without CUDA, expected auto or cpu";
}

void DeviceChoiceTest::sentencesNameWhatIsThere()
{
    QFETCH(const QString, wanted);
    QFETCH(const int, cards);
    CardList list = twoCards();
    list.cards.resize(static_cast<size_t>(cards));
    list.whyNone = cards == 0 ? "this version is built without CUDA" : "";
    const auto choose
        = [&] { chooseAmong(wanted.toStdString(), list, [](Card& card) { card.whyUnusable = "it sleeps"; }); };
    QTEST(sentenceOf(choose), "sentence");
}

void DeviceChoiceTest::memoryIsWrittenInGigabytes()
{
    QCOMPARE(gigabytesText(85'020'000'000), std::string("85.0 GB"));
    QCOMPARE(gigabytesText(0), std::string("0.0 GB"));
}

QTEST_GUILESS_MAIN(DeviceChoiceTest)
#include "tst_device_choice.moc"
