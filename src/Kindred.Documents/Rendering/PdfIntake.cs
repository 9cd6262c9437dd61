using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kindred.Core.Basics;

namespace Kindred.Documents.Rendering;

/// <summary>Looks at an uploaded file: whether it is a PDF we can show, and what its pages measure. The server itself never parses a PDF; poppler does, in the jail.</summary>
public sealed partial class PdfIntake(Jail jail)
{
    private const int HeaderBytes = 1024;

    /// <summary>Three programs look at an upload one after another: together they have 30 s.</summary>
    private static readonly JailLimits Limits = new(CpuSeconds: 10, Wall: TimeSpan.FromSeconds(10));

    /// <summary>Whether the programs are there.</summary>
    public static bool IsPossible => Jail.Has("pdfinfo") && Jail.Has("pdftoppm") && Jail.Has("pdftotext");

    /// <summary>Looks at a file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="name">Its name as uploaded, for messages.</param>
    /// <param name="ct">Stops looking.</param>
    /// <returns>The facts; refused: <c>documents.no-poppler</c>, <c>empty</c>, <c>not-pdf</c>, <c>too-large</c>, <c>encrypted</c>, <c>too-many-pages</c>, <c>page-too-large</c>, <c>unreadable</c>, <c>too-heavy</c>.</returns>
    public async Task<Result<PdfFacts>> LookAsync(string path, string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(name);
        if (Refusal(path, name) is { } refused)
        {
            return Result.Refused<PdfFacts>(refused);
        }

        if (!IsPossible)
        {
            return Result.Refused<PdfFacts>(DocumentChecks.NoPoppler);
        }

        var info = await jail.RunAsync(path, Limits, ct, "pdfinfo", "-f", "1", "-l", DocumentChecks.MaxPages.ToString(CultureInfo.InvariantCulture), "-").ConfigureAwait(false);
        if (!info.Succeeded)
        {
            return Result.Refused<PdfFacts>(info.Errors.Contains("Incorrect password", StringComparison.Ordinal) ? DocumentChecks.Encrypted(name) : info.TimedOut || info.TooMuch || info.ExitCode > 128 ? DocumentChecks.TookTooLong(name) : DocumentChecks.Unreadable(name));
        }

        var text = Encoding.UTF8.GetString(info.Output);
        var pages = PageCount().Match(text) is { Success: true } count && int.TryParse(count.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        if (pages > DocumentChecks.MaxPages)
        {
            return Result.Refused<PdfFacts>(DocumentChecks.TooManyPages(name, pages));
        }

        var sizes = Sizes(text);
        if (pages < 1 || sizes.Count != pages)
        {
            return Result.Refused<PdfFacts>(DocumentChecks.Unreadable(name));
        }

        for (var page = 0; page < pages; page++)
        {
            if (sizes[page] is not { Width: >= 1, Height: >= 1 })
            {
                return Result.Refused<PdfFacts>(DocumentChecks.Unreadable(name));
            }

            if (Math.Max(sizes[page].Width, sizes[page].Height) > DocumentChecks.MaxSide)
            {
                return Result.Refused<PdfFacts>(DocumentChecks.TooWide(name, page + 1, sizes[page]));
            }
        }

        // The first page must really draw: a file that only has a readable list of pages is no document.
        var first = await new PopplerPages(jail).DrawAsync(path, 1, sizes[0], 240, ct, Limits).ConfigureAwait(false);
        return first.TryGet(out _, out var reasons)
            ? Result.Accepted(new PdfFacts(sizes, await WordsAsync(path, pages, ct).ConfigureAwait(false), ScriptLine().IsMatch(text)))
            : Result.Refused<PdfFacts>(reasons.Select(reason => reason.Code == "documents.too-heavy" ? DocumentChecks.TookTooLong(name) : DocumentChecks.Unreadable(name)).ToArray());
    }

    /// <summary>Words of a text: runs of letters and digits; in scripts without spaces two characters are one.</summary>
    internal static int CountWords(string text)
    {
        var (words, wide, inWord) = (0, 0, false);
        foreach (var letter in text)
        {
            var isWide = letter is >= '\u1100' and <= '\u11FF' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';
            wide += isWide ? 1 : 0;
            var isLetter = !isWide && char.IsLetterOrDigit(letter);
            words += isLetter && !inWord ? 1 : 0;
            inWord = isLetter;
        }

        return words + ((wide + 1) / 2);
    }

    private static Reason? Refusal(string path, string name)
    {
        using var file = File.OpenRead(path);
        if (file.Length == 0)
        {
            return DocumentChecks.Empty(name);
        }

        if (file.Length > DocumentChecks.MaxBytes)
        {
            return DocumentChecks.TooLarge(name, file.Length);
        }

        var head = new byte[Math.Min(HeaderBytes, file.Length)];
        file.ReadExactly(head);

        // The mark must stand at the very beginning (a few stray bytes are common): what begins as a web page is one to browsers.
        var at = head.AsSpan(0, Math.Min(head.Length, 16)).IndexOf("%PDF-"u8);
        return at >= 0 && name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) && !head.AsSpan(0, at).Contains((byte)'<') ? null : DocumentChecks.NoPdf(name, Kind(head));
    }

    private static string Kind(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK"u8) ? "ZIP, Office" : head.StartsWith("\xFF\xD8\xFF"u8) || (head.Length > 2 && head[0] == 0xFF && head[1] == 0xD8) ? "JPEG" : head.StartsWith("\x89PNG"u8) || (head.Length > 4 && head[1] == 'P' && head[2] == 'N' && head[3] == 'G') ? "PNG"
        : head.IndexOf("<html"u8) >= 0 || head.IndexOf("<!DOCTYPE"u8) >= 0 || head.IndexOf("<svg"u8) >= 0 ? "HTML, SVG" : head.IndexOf("%PDF-"u8) >= 0 ? "PDF mark not at the beginning, or name without .pdf" : "unknown";

    private static List<PageSize> Sizes(string text)
    {
        var sizes = new List<PageSize>();
        var turns = PageTurn().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
        foreach (Match match in PageLine().Matches(text))
        {
            if (double.TryParse(match.Groups[2].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var width) && double.TryParse(match.Groups[3].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var height) && double.IsFinite(width) && double.IsFinite(height))
            {
                sizes.Add(turns.GetValueOrDefault(match.Groups[1].Value) is "90" or "270" ? new PageSize(height, width) : new PageSize(width, height));
            }
        }

        return sizes;
    }

    private async Task<IReadOnlyList<int>> WordsAsync(string path, int pages, CancellationToken ct)
    {
        var words = new int[pages];
        var text = await jail.RunAsync(path, Limits with { OutputBytes = 64 << 20 }, ct, "pdftotext", "-enc", "UTF-8", "-", "-").ConfigureAwait(false);
        if (text.Succeeded)
        {
            var found = Encoding.UTF8.GetString(text.Output).Split('\f');
            for (var page = 0; page < Math.Min(pages, found.Length); page++)
            {
                words[page] = CountWords(found[page]);
            }
        }

        // Text that cannot be read is unknown, not a reason against the document.
        return words;
    }

    [GeneratedRegex(@"^Pages:\s+(\d{1,9})\s*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex PageCount();

    [GeneratedRegex(@"^Page\s+(\d+) size:\s+([0-9.e+]+) x ([0-9.e+]+) pts", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex PageLine();

    [GeneratedRegex(@"^Page\s+(\d+) rot:\s+(\d+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex PageTurn();

    [GeneratedRegex(@"^JavaScript:\s+yes", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ScriptLine();
}
