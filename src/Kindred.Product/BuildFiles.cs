using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Reports;

namespace Kindred.Product;

/// <summary>What a build wrote.</summary>
/// <param name="Folder">Folder of the results.</param>
/// <param name="Names">Kind of file and full path.</param>
public sealed record BuildFiles(string Folder, IReadOnlyList<(string Kind, string Path)> Names)
{
    /// <summary>Writes everything beside each other and only then puts it in place, so that a reader never sees half a result.</summary>
    public static BuildFiles Write(BuildResult built, SourceReading reading, string workspace, string? report, Language language)
    {
        var folder = Path.GetFullPath(workspace);
        Directory.CreateDirectory(folder);
        var notice = reading.IsInvented ? InventedMark.Notice : null;
        var document = ProfileFolder.Numbered(folder, WriteProfile.Run(built, notice));
        var other = language == Language.Korean ? Language.English : Language.Korean;
        var names = new List<(string, string)>();
        ProfileFolder.Write(folder, document);
        names.Add(("icp", Path.Combine(folder, "icp.json")));
        Put("report", report is null ? Path.Combine(folder, "report.html") : Path.GetFullPath(report), IcpReport.Page(document, language).ToHtml());
        Put(other == Language.Korean ? "reportKo" : "reportEn", Path.Combine(folder, other == Language.Korean ? "report.ko.html" : "report.en.html"), IcpReport.Page(document, other).ToHtml());
        Put("markdown", Path.Combine(folder, "icp.md"), IcpMarkdown.Text(document, language));
        Put("accounts", Path.Combine(folder, "accounts.csv"), AccountList.Csv(built, onlyTargets: false));
        Put("targets", Path.Combine(folder, "targets.csv"), AccountList.Csv(built, onlyTargets: true));
        Put("rejects", Path.Combine(folder, "rejects.csv"), AccountList.Rejects(reading, language));
        return new BuildFiles(folder, names);

        void Put(string kind, string path, string text)
        {
            ProfileFolder.Put(path, text);
            names.Add((kind, path));
        }
    }
}
