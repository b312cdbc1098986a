// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/picture_loader.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace latticeq::ui {

namespace {

struct Answer
{
    std::shared_ptr<const LatticePicture> picture;
    QString failure;
};

Answer answer(const std::shared_ptr<const RunLayers>& layers, const LatticeRequest& request)
{
    try {
        std::optional<LatticePicture> picture = layers->picture(request);
        return { picture ? std::make_shared<const LatticePicture>(std::move(*picture)) : nullptr, {} };
    } catch (const std::exception& error) {
        return { nullptr, QString::fromUtf8(error.what()) };
    }
}

} // namespace

PictureLoader::PictureLoader(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

PictureLoader::~PictureLoader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void PictureLoader::ask(int panel, const Layers& layers, const LatticeRequest& request)
{
    Panel& state = m_panels[static_cast<size_t>(panel)];
    ++state.newest;
    state.waiting.reset();
    if (!layers)
        emit answered(panel, nullptr, QString());
    else if (state.busy)
        state.waiting = Question { layers, request };
    else
        start(panel, { layers, request });
}

void PictureLoader::start(int panel, const Question& question)
{
    Panel& state = m_panels[static_cast<size_t>(panel)];
    state.busy = true;
    const int number = state.newest;
    auto* watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, panel, number] {
        watcher->deleteLater();
        const Answer result = watcher->result();
        finish(panel, number, result.picture, result.failure);
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [question] { return answer(question.layers, question.request); }));
}

void PictureLoader::finish(int panel, int number, const Picture& picture, const QString& failure)
{
    Panel& state = m_panels[static_cast<size_t>(panel)];
    state.busy = false;
    if (state.waiting) {
        const Question next = *state.waiting;
        state.waiting.reset();
        start(panel, next);
    } else if (number == state.newest) {
        emit answered(panel, picture, failure);
    }
}

} // namespace latticeq::ui
