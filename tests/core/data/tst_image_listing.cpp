// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_listing.h"
#include "core/io/atomic_file.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

using namespace latticeq;
namespace fs = std::filesystem;

namespace {

void touch(const test::TemporaryFolder& folder, const std::string& name)
{
    fs::create_directories(folder.path(name).parent_path());
    writeFileAtomically(folder.path(name), "x");
}

std::vector<std::string> names(const ImageListing& listing)
{
    std::vector<std::string> texts;
    for (const fs::path& file : listing.files)
        texts.push_back(file.string());
    return texts;
}

} // namespace

class ImageListingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void extensionsAreTorchvisionsInAnyCase_data();
    void extensionsAreTorchvisionsInAnyCase();
    void classesAndFilesComeInTorchvisionsOrder();
    void linksAreFollowedButNotInCircles();
    void aClassWithoutImagesIsNamed();
};

void ImageListingTest::extensionsAreTorchvisionsInAnyCase_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("image");
    for (const char* name : { "a.jpg", "a.jpeg", "a.png", "a.ppm", "a.bmp", "a.pgm", "a.tif", "a.tiff", "a.webp", "A.JPEG", ".png" })
        QTest::newRow(name) << name << true;
    for (const char* name : { "a.gif", "a.txt", "png", "a.jpg.txt", "a" })
        QTest::newRow(name) << name << false;
}

void ImageListingTest::extensionsAreTorchvisionsInAnyCase()
{
    QFETCH(QString, name);
    QFETCH(bool, image);
    QCOMPARE(hasImageExtension(name.toStdString()), image);
}

void ImageListingTest::classesAndFilesComeInTorchvisionsOrder()
{
    const test::TemporaryFolder folder;
    for (const char* name : { "b/2.png", "b/10.png", "B/z.JPG", "a-c/1.png", "a/y/1.png", "a/y-z/1.png", "a/x.webp", "a/notes.txt",
             "readme.png", "\xC3\xA9/1.png" })
        touch(folder, name);
    const ImageListing listing = listClassFolders(folder.path());
    // Python: sorted() by code points; sorted(os.walk()) compares whole paths, in which '-' comes before '/'.
    QCOMPARE(listing.classes, (std::vector<std::string> { "B", "a", "a-c", "b", "\xC3\xA9" }));
    QCOMPARE(names(listing),
        (std::vector<std::string> { "B/z.JPG", "a/x.webp", "a/y/1.png", "a/y-z/1.png", "a-c/1.png", "b/10.png", "b/2.png", "\xC3\xA9/1.png" }));
    QCOMPARE(listing.labels, (std::vector<int64_t> { 0, 1, 1, 1, 2, 3, 3, 4 }));
}

void ImageListingTest::linksAreFollowedButNotInCircles()
{
    const test::TemporaryFolder folder;
    touch(folder, "data/a/1.png");
    touch(folder, "elsewhere/2.png");
    fs::create_directory_symlink(folder.path("elsewhere"), folder.path("data/b"));
    fs::create_directory_symlink(folder.path("data/a"), folder.path("data/a/again"));
    fs::create_symlink(folder.path("nothing.png"), folder.path("data/b/3.png"));
    QCOMPARE(names(listClassFolders(folder.path("data"))), (std::vector<std::string> { "a/1.png", "b/2.png", "b/3.png" }));
}

void ImageListingTest::aClassWithoutImagesIsNamed()
{
    const test::TemporaryFolder folder;
    touch(folder, "a/1.png");
    touch(folder, "empty/notes.txt");
    try {
        listClassFolders(folder.path());
        QFAIL("the empty class was accepted");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).contains("the folder empty in "), error.what());
    }
}

QTEST_GUILESS_MAIN(ImageListingTest)
#include "tst_image_listing.moc"
