using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kindred.Documents.Rendering;
using Kindred.Tests.Accounts;
using Xunit;

namespace Kindred.Tests.Documents;

/// <summary>T1, T3, T4, T6: what is taken as a document and what is refused with which reason; bombs end in time and leave nothing behind.</summary>
public sealed class PdfIntakeTests : IDisposable
{
    private static readonly string[] Refusals = ["documents.empty", "documents.not-pdf", "documents.encrypted", "documents.unreadable", "documents.too-heavy", "documents.page-too-large", "documents.too-many-pages"];
    private readonly string _folder = Directory.CreateTempSubdirectory("kindred-intake-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public PdfIntakeTests() => Assert.SkipUnless(PdfIntake.IsPossible, "poppler is not installed (Debian: apt-get install poppler-utils poppler-data)");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Look_SharedFiles_EachIsTakenOrRefusedWithAReason()
    {
        var folder = Path.GetDirectoryName(SharedData.Path("pdf/lorem.pdf"))!;
        var taken = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var (code, facts) = await LookAsync(file, name);
            string[] expected = name switch
            {
                "empty.pdf" => ["documents.empty"],
                "fake-jpg.pdf" => ["documents.not-pdf"],
                "password-protected.pdf" or "005-libreoffice-writer-password__libreoffice-writer-password.pdf" => ["documents.encrypted"],
                _ => ["taken", "documents.unreadable"],
            };
            Assert.True(expected.Contains(code, StringComparer.Ordinal), $"{name}: {code}");
            taken += code == "taken" ? 1 : 0;
            Assert.True(facts is null || (facts.Pages >= 1 && facts.Words.Count == facts.Pages), name);
        }

        Assert.True(taken >= 30, $"only {taken} were taken");
        TestContext.Current.TestOutputHelper?.WriteLine($"{taken} taken");
    }

    [Fact]
    public async Task Look_AGoodFile_SaysWhatItHas()
    {
        var facts = (await LookAsync(HandMadePdf.Of("BT /F 24 Tf 40 100 Td (Hello small world) Tj ET", page: "/Rotate 90"), "a.pdf")).Facts!;
        Assert.Equal((1, new PageSize(200, 300), 3, false), (facts.Pages, facts.Sizes[0], facts.Words[0], facts.HasScript));
        Assert.True((await LookAsync(HandMadePdf.Of(catalog: "/Names << /JavaScript << /Names [(x) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>"), "a.pdf")).Facts!.HasScript);
    }

    [Fact]
    public async Task Look_WrongKinds_AreRefusedByWhatTheyAre()
    {
        var pdf = HandMadePdf.Of();
        foreach (var (bytes, name, expected) in new (byte[], string, string)[]
        {
            ([], "a.pdf", "documents.empty"), (Encoding.UTF8.GetBytes("<html><script>alert(1)</script>"), "a.pdf", "documents.not-pdf"), ([.. Encoding.UTF8.GetBytes("<html>"), .. pdf], "a.pdf", "documents.not-pdf"), ([.. Encoding.UTF8.GetBytes("GIF89a=1;//       "), .. pdf], "a.pdf", "documents.not-pdf"),
            ([0xFF, 0xD8, 0xFF, 0xE0, .. new byte[100]], "a.pdf", "documents.not-pdf"), ([.. Encoding.ASCII.GetBytes("PK\x03\x04"), .. pdf], "deck.pptx", "documents.not-pdf"), (pdf, "a.html", "documents.not-pdf"), (pdf, "a.svg", "documents.not-pdf"), (pdf, "a.pdf.exe", "documents.not-pdf"), (Encoding.ASCII.GetBytes("%PDF-1.7\n"), "a.pdf", "documents.unreadable"),
            (pdf[..40], "a.pdf", "documents.unreadable"), (Encoding.ASCII.GetBytes("%PDF-1.7\n" + new string('x', 10_000)), "a.pdf", "documents.unreadable"), (HandMadePdf.Of(box: "0 0 20000 100"), "a.pdf", "documents.page-too-large"), (HandMadePdf.Of(box: "0 0 0 0"), "a.pdf", "any"),
            (HandMadePdf.Join(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>", "<< >>", "<< >>"]), "a.pdf", "documents.unreadable"),
        })
        {
            var (code, _) = await LookAsync(bytes, name);
            Assert.True(expected == "any" || code == expected, $"{name} ({bytes.Length} bytes): {code}, expected {expected}");
        }
    }

    [Fact]
    public async Task Look_TooManyPages_IsRefused()
    {
        byte[] Pages(int count) => HandMadePdf.Join(
        [
            "<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Range(6, count).Select(number => number.ToString(CultureInfo.InvariantCulture) + " 0 R"))}] /Count {count.ToString(CultureInfo.InvariantCulture)} >>", "<< >>", "<< >>", "<< >>",
            .. Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>", count),
        ]);
        Assert.Equal("taken", (await LookAsync(Pages(2_000), "a.pdf")).Code);
        Assert.Contains((await LookAsync(Pages(2_001), "a.pdf")).Code, new[] { "documents.too-many-pages" });
        Assert.Contains((await LookAsync(Pages(100_000), "a.pdf")).Code, new[] { "documents.too-many-pages", "documents.unreadable", "documents.too-heavy" });
    }

    /// <summary>T3: whatever a file asks for, an answer comes in 30 s, and no process or file of it stays.</summary>
    [Fact]
    public async Task Look_Bombs_EndInTimeAndLeaveNothing()
    {
        var before = Leftovers();
        var big = new string('9', 300);
        (string Name, byte[] Bytes)[] bombs =
        [
            ("deep array", HandMadePdf.Of(more: [new string('[', 200_000) + new string(']', 200_000)], page: "/X 6 0 R")),
            ("ten million operators", HandMadePdf.Of(string.Concat(Enumerable.Repeat("0 0 300 200 re f ", 600_000)))),
            ("deep save stack", HandMadePdf.Of(string.Concat(Enumerable.Repeat("q ", 1_000_000)))),
            ("form that draws itself", HandMadePdf.Of("/X Do", page: "/Resources << /XObject << /X 6 0 R >> >>", more: ["<< /Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /XObject << /X 6 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream"])),
            ("forms that double", Doubling(26)),
            ("huge picture", HandMadePdf.Of("/X Do", page: "/Resources << /XObject << /X 6 0 R >> >>", more: ["<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 3 >>\nstream\nabc\nendstream"])),
            ("pattern of points", HandMadePdf.Of("/Pattern cs /P scn 0 0 300 200 re f", page: "/Resources << /Pattern << /P 6 0 R >> >>", more: ["<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 0.001 0.001] /XStep 0.001 /YStep 0.001 /Resources << >> /Length 18 >>\nstream\n0 0 0.001 0.001 re f\nendstream"])),
            ("numbers too large", HandMadePdf.Of($"{big} {big} m {big} -{big} l S", box: $"0 0 {big} {big}")),
            ("length too long", HandMadePdf.Of(more: ["<< /Length 99999999999 >>\nstream\nx\nendstream"])),
            ("page tree in a circle", HandMadePdf.Join(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000 >>", "<< >>", "<< >>", "<< >>"])),
            ("function that never ends", HandMadePdf.Of("/S sh", page: "/Resources << /Shading << /S 6 0 R >> >>", more: ["<< /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 1 0 1] /Matrix [300 0 0 200 0 0] /Function 7 0 R >>", "<< /FunctionType 4 /Domain [0 1 0 1] /Range [0 1] /Length 30 >>\nstream\n{ add 1000000 { sin } repeat }\nendstream"])),
        ];
        foreach (var (name, bytes) in bombs)
        {
            var watch = Stopwatch.StartNew();
            var (code, _) = await LookAsync(bytes, name.Replace(' ', '-') + ".pdf");
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {code} in {watch.Elapsed.TotalSeconds:F1} s");
            Assert.True(code == "taken" || Refusals.Contains(code, StringComparer.Ordinal), $"{name}: {code}");
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(35), $"{name}: {watch.Elapsed}");
        }

        Assert.Equal(before, Leftovers());
    }

    [Fact]
    public async Task Jail_MemoryTimeAndOutput_AreBounded()
    {
        var jail = Jail.OfThisMachine;
        Assert.SkipUnless(jail.HasBounds, "prlimit is not there");
        var input = Path.Combine(_folder, "x");
        await File.WriteAllTextAsync(input, "x", Ct);
        var slow = await jail.RunAsync(input, new JailLimits(Wall: TimeSpan.FromSeconds(1)), Ct, "sleep", "30");
        Assert.True(slow is { TimedOut: true, Succeeded: false });
        var busy = await jail.RunAsync(input, new JailLimits(CpuSeconds: 1, Wall: TimeSpan.FromSeconds(60)), Ct, "sh", "-c", "while :; do :; done");
        Assert.True(busy is { TimedOut: false, Succeeded: false } && busy.ExitCode > 128, busy.ExitCode.ToString(CultureInfo.InvariantCulture));
        Assert.True((await jail.RunAsync(input, new JailLimits(OutputBytes: 100_000), Ct, "yes")).TooMuch);
        Assert.False((await jail.RunAsync(input, new JailLimits(), Ct, "sort", "--buffer-size=2G", "/dev/zero")).Succeeded);
        Assert.Equal("x", Encoding.ASCII.GetString((await jail.RunAsync(input, new JailLimits(), Ct, "cat")).Output));
        var environment = Encoding.UTF8.GetString((await jail.RunAsync(input, new JailLimits(), Ct, "env")).Output);
        Assert.Equal(["HOME", "LC_ALL", "PATH"], environment.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]).Where(name => name is not ("PWD" or "SHLVL" or "_" or "OLDPWD")).Order(StringComparer.Ordinal));
        if (jail.IsNobody)
        {
            Assert.Equal("nobody", Encoding.UTF8.GetString((await jail.RunAsync(input, new JailLimits(), Ct, "whoami")).Output).Trim());
        }

        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => jail.RunAsync(input, new JailLimits(), stop.Token, "sleep", "77"));
        Assert.DoesNotContain(Commands(), command => command.StartsWith("sleep 77", StringComparison.Ordinal) || command.StartsWith("yes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Watermark_KoreanName_IsDrawnOverThePage()
    {
        var jail = Jail.OfThisMachine;
        var path = Path.Combine(_folder, "a.pdf");
        await File.WriteAllBytesAsync(path, HandMadePdf.Of(""), Ct);
        var plain = (await new PopplerPages(jail).DrawAsync(path, 1, new PageSize(300, 200), 960, Ct)).Value;
        var marks = new Watermark(jail);
        var without = (await marks.BurnAsync(plain, 960, 640, "", Ct)).Value;
        var korean = (await marks.BurnAsync(plain, 960, 640, "김지우  2026-11-22 09:00 UTC", Ct)).Value;
        var other = (await marks.BurnAsync(plain, 960, 640, "박서연  2026-11-22 09:00 UTC", Ct)).Value;
        var latin = (await marks.BurnAsync(plain, 960, 640, "2026-11-22 09:00 UTC", Ct)).Value;

        // The page is white: what is not white in the drawing is the mark. Names of three different syllables differ where they stand.
        var (none, named, otherNamed, dated) = (await InkAsync(without), await InkAsync(korean), await InkAsync(other), await InkAsync(latin));
        Assert.True(none.Count < 50, $"{none.Count} pixels without a text");
        Assert.True(named.Count > 2_000 && dated.Count > 1_000, $"{named.Count} and {dated.Count} pixels");
        Assert.True(named.Count(pixel => !otherNamed.Contains(pixel)) > 100);
        Assert.Empty(Directory.EnumerateFiles(Path.GetTempPath(), "kindred-mark-*"));
    }

    [Fact]
    public async Task Text_OfAPage_StandsWhereItIsDrawn()
    {
        var path = Path.Combine(_folder, "a.pdf");
        await File.WriteAllBytesAsync(path, HandMadePdf.Of("BT /F 24 Tf 30 100 Td (<b>Hello</b> &amp;) Tj ET"), Ct);
        var line = Assert.Single(await new PopplerPages(Jail.OfThisMachine).TextAsync(path, 1, Ct));
        Assert.Equal("<b>Hello</b> &amp;", line.Text);
        Assert.InRange(line.X, 0.09, 0.11);
        Assert.InRange(line.Y, 0.35, 0.55);
    }

    /// <summary>Dark pixels of a JPEG, drawn again as a grey map by poppler in the same jail.</summary>
    private async Task<HashSet<int>> InkAsync(byte[] jpeg)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".pdf");
        await File.WriteAllBytesAsync(path, Watermark.Wrap(jpeg, 960, 640, ""), Ct);
        var drawn = (await Jail.OfThisMachine.RunAsync(path, new JailLimits(), Ct, "pdftoppm", "-gray", "-r", "72", "-singlefile", "-")).Output;
        Assert.True(drawn.AsSpan().StartsWith("P5"u8));
        var pixels = drawn.AsSpan(drawn.Length - (960 * 640));
        var ink = new HashSet<int>();
        for (var i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] < 240)
            {
                ink.Add(i);
            }
        }

        return ink;
    }

    private static byte[] Doubling(int levels) => HandMadePdf.Of("/X Do", page: "/Resources << /XObject << /X 6 0 R >> >>", more: [.. Enumerable.Range(6, levels).Select(number =>
        $"<< /Type /XObject /Subtype /Form /BBox [0 0 300 200] {(number == 5 + levels ? "" : string.Create(CultureInfo.InvariantCulture, $"/Resources << /XObject << /X {number + 1} 0 R >> >>"))} /Length 18 >>\nstream\n{(number == 5 + levels ? "0 0 300 200 re f  " : "/X Do /X Do       ")}\nendstream")]);

    private async Task<(string Code, PdfFacts? Facts)> LookAsync(byte[] bytes, string name)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, bytes, Ct);
        return await LookAsync(path, name);
    }

    private static async Task<(string Code, PdfFacts? Facts)> LookAsync(string path, string name)
    {
        var looked = await new PdfIntake(Jail.OfThisMachine).LookAsync(path, name, Ct);
        if (looked.TryGet(out var facts, out var reasons))
        {
            return ("taken", facts);
        }

        var reason = Assert.Single(reasons);
        Assert.Equal(name, reason.Subject);
        Assert.Contains(name, reason.Message.Ko, StringComparison.Ordinal);
        Assert.Contains(name, reason.Message.En, StringComparison.Ordinal);
        return (reason.Code, null);
    }

    /// <summary>Programs of poppler that run, and files of ours in the temporary folder.</summary>
    private static string[] Leftovers() => [.. Commands().Where(command => command.StartsWith("pdftoppm", StringComparison.Ordinal) && command.Contains("-scale-to-x 240", StringComparison.Ordinal)), .. Directory.EnumerateFiles(Path.GetTempPath(), "kindred-mark-*")];

    private static IEnumerable<string> Commands()
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit)))
        {
            string text;
            try
            {
                text = File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ').Trim();
            }
            catch (IOException)
            {
                continue;
            }

            yield return text;
        }
    }
}
