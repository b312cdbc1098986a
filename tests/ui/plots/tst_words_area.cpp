// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/words_area.h"

#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

using namespace latticeq::ui;

class TestWordsArea : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_words = new WordsArea;
        m_above = new QWidget;
        m_above->setMinimumHeight(100);
        auto* layout = new QVBoxLayout(m_window.get());
        layout->setContentsMargins({});
        layout->addWidget(m_above, 1);
        layout->addWidget(m_words);
        m_window->resize(280, 400);
        m_window->show();
    }

    void withoutWordsItIsHidden()
    {
        show(1);
        QVERIFY(m_words->isVisible());
        show(0);
        QVERIFY(!m_words->isVisible());
    }

    void itIsAsHighAsItsWordsUpToSixLines()
    {
        show(1);
        QTRY_COMPARE(m_words->height(), m_words->label().heightForWidth(m_words->width()));
        show(30);
        QTRY_COMPARE(m_words->height(), 6 * lineHeight());
        QVERIFY(m_words->label().height() > m_words->height()); // scrolled
    }

    void theViewGrowsRatherThanOverlap()
    {
        show(30);
        QTRY_COMPARE(m_words->height(), 6 * lineHeight());
        m_window->resize(280, 50);
        QTRY_VERIFY(m_window->height() >= m_above->minimumHeight() + 6 * lineHeight());
        QCOMPARE(m_words->height(), 6 * lineHeight());
        QVERIFY(m_above->geometry().bottom() < m_words->geometry().top());
    }

private:
    void show(int lines)
    {
        QStringList words;
        for (int i = 0; i < lines; ++i)
            words.append(QStringLiteral("line %1").arg(i));
        m_words->setText(words.join(u'\n'), m_window->font());
    }
    int lineHeight() const { return m_words->label().fontMetrics().lineSpacing(); }

    std::unique_ptr<QWidget> m_window;
    WordsArea* m_words = nullptr;
    QWidget* m_above = nullptr;
};

QTEST_MAIN(TestWordsArea)
#include "tst_words_area.moc"
