using System.Text;

namespace Kindred.Reports;

/// <summary>The style sheet, embedded in the assembly.</summary>
internal static class ReportStyle
{
    private static readonly Lazy<Markup> Loaded = new(() =>
    {
        using var stream = typeof(ReportStyle).Assembly.GetManifestResourceStream("Kindred.Reports.Report.css")
            ?? throw new FileNotFoundException("The assembly holds no style sheet.", "Report.css");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new Markup(reader.ReadToEnd().ReplaceLineEndings("\n"));
    });

    /// <summary>The sheet; ours, so it holds no text of anybody else.</summary>
    public static Markup Sheet => Loaded.Value;
}
