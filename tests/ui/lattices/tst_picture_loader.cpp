// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/picture_loader.h"

#include "tests/ui/lattices/sample_lattices.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace latticeq::ui;
using latticeq::ui::test::SampleLayers;

namespace {

/** Answers only when it is let through. */
class GatedLayers : public SampleLayers
{
public:
    std::optional<latticeq::LatticePicture> picture(const latticeq::LatticeRequest& request) const override
    {
        asked.release();
        thread = QThread::currentThread();
        gate.acquire();
        return SampleLayers::picture(request);
    }

    mutable QSemaphore asked;
    mutable QSemaphore gate;
    mutable std::atomic<QThread*> thread { nullptr };
};

latticeq::LatticeRequest channel(int number)
{
    latticeq::LatticeRequest request;
    request.layer = "fc";
    request.channel = number;
    return request;
}

} // namespace

class TestPictureLoader : public QObject
{
    Q_OBJECT
private slots:
    void answersFromAnotherThread();
    void onlyTheNewestQuestionOfAPanelIsAnswered();
    void panelsAreIndependent();
    void refusalsComeAsASentence();
    void noLayersAreAnsweredAtOnce();
};

void TestPictureLoader::answersFromAnotherThread()
{
    PictureLoader loader;
    const auto layers = std::make_shared<GatedLayers>();
    layers->gate.release();
    QSignalSpy answers(&loader, &PictureLoader::answered);
    loader.ask(0, layers, channel(3));
    QTRY_COMPARE(answers.count(), 1);
    const auto picture = answers[0][1].value<std::shared_ptr<const latticeq::LatticePicture>>();
    QVERIFY(picture);
    QCOMPARE(picture->request.channel, 3);
    QVERIFY(layers->thread.load() != QThread::currentThread());
}

void TestPictureLoader::onlyTheNewestQuestionOfAPanelIsAnswered()
{
    PictureLoader loader;
    const auto layers = std::make_shared<GatedLayers>();
    QSignalSpy answers(&loader, &PictureLoader::answered);
    loader.ask(0, layers, channel(1));
    layers->asked.acquire();
    for (int number = 2; number < 9; ++number)
        loader.ask(0, layers, channel(number));
    layers->gate.release(10);
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers[0][1].value<std::shared_ptr<const latticeq::LatticePicture>>()->request.channel, 8);
    QCOMPARE(layers->questions.load(), 2);
}

void TestPictureLoader::panelsAreIndependent()
{
    PictureLoader loader;
    const auto layers = std::make_shared<SampleLayers>();
    QSignalSpy answers(&loader, &PictureLoader::answered);
    loader.ask(0, layers, channel(1));
    loader.ask(1, layers, channel(2));
    QTRY_COMPARE(answers.count(), 2);
}

void TestPictureLoader::refusalsComeAsASentence()
{
    PictureLoader loader;
    QSignalSpy answers(&loader, &PictureLoader::answered);
    loader.ask(1, std::make_shared<SampleLayers>(), channel(99));
    QTRY_COMPARE(answers.count(), 1);
    QVERIFY(!answers[0][1].value<std::shared_ptr<const latticeq::LatticePicture>>());
    QCOMPARE(answers[0][2].toString(), QStringLiteral("no such channel"));
}

void TestPictureLoader::noLayersAreAnsweredAtOnce()
{
    PictureLoader loader;
    QSignalSpy answers(&loader, &PictureLoader::answered);
    loader.ask(0, nullptr, channel(0));
    QCOMPARE(answers.count(), 1);
    QVERIFY(answers[0][2].toString().isEmpty());
}

QTEST_MAIN(TestPictureLoader)
#include "tst_picture_loader.moc"
