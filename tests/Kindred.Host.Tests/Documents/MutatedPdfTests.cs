using System.Globalization;
using System.Net;
using Kindred.Documents.Rendering;
using Kindred.Host.Tests.Web;
using Xunit;

namespace Kindred.Host.Tests.Documents;

/// <summary>T4: broken PDFs, uploaded one after another, are taken or refused; the server goes on and nothing of them stays behind. KINDRED_MUTATED sets how many.</summary>
public sealed class MutatedPdfTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uploads_Mutated_AreTakenOrRefusedAndLeaveNothing()
    {
        Assert.SkipUnless(PdfIntake.IsPossible, "poppler is not installed (Debian: apt-get install poppler-utils poppler-data)");
        var count = int.Parse(Environment.GetEnvironmentVariable("KINDRED_MUTATED") ?? "500", CultureInfo.InvariantCulture);
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        await owner.TokenAsync();
        var (good, next, taken, refused) = (DeckPdf.Of(2), 0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var i && i <= count)
            {
                using var answer = await owner.UploadAsync($"/w/{own.Id}/documents", ("deck.pdf", Mutated(good, new Random(i))));
                Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.BadRequest, $"file {i}: {answer.StatusCode}");
                _ = answer.StatusCode == HttpStatusCode.Redirect ? Interlocked.Increment(ref taken) : Interlocked.Increment(ref refused);
            }
        }));
        TestContext.Current.TestOutputHelper?.WriteLine($"{taken} taken, {refused} refused");
        Assert.True(taken > count / 50 && refused > count / 50, $"{taken} taken, {refused} refused");
        Assert.Empty(Directory.EnumerateFiles(Path.GetTempPath(), "kindred-upload-*"));

        // Of the refused ones no folder stays.
        Assert.Equal(taken, Directory.EnumerateDirectories(Path.Combine(site.Data, own.Folder, "documents")).Count());
        using var health = await owner.GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    /// <summary>Bytes changed, cut, doubled or moved, mostly behind the mark at the beginning.</summary>
    private static byte[] Mutated(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (var change = random.Next(1, 12); change > 0; change--)
        {
            var at = random.Next(8, bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 40))); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(8, random.Next(1, Math.Min(200, bytes.Count - 8)))); break;
                case 3: bytes[at] = (byte)"0123456789[]<>()/R"[random.Next(18)]; break;
                case 4: bytes.InsertRange(at, System.Text.Encoding.ASCII.GetBytes("99999999999999999999")); break;
                default: bytes.RemoveRange(Math.Max(8, bytes.Count - 60), Math.Min(60, bytes.Count - 8)); break;
            }

            if (bytes.Count < 200)
            {
                break;
            }
        }

        return [.. bytes];
    }
}
