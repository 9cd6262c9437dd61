using System.Globalization;
using System.Text;
using Kindred.Core.Workspaces;
using Kindred.Files;
using Xunit;

namespace Kindred.Host.Tests.Storage;

/// <summary>Files to import, and the short way to import them.</summary>
internal static class ImportFile
{
    /// <summary>A file of deals: every 1,000th row is ragged.</summary>
    public static string Write(string folder, int rows, string name = "deals.csv", int seed = 5)
    {
        var random = new Random(seed);
        var text = new StringBuilder("id,회사명,amount,closed,won,tools,note\n");
        for (var i = 0; i < rows; i++)
        {
            var note = (i % 5) switch { 0 => "Select", 1 => "\"two\nlines\"", 2 => "", 3 => "한글 \"\"따옴표\"\"".Replace("\"\"", "", StringComparison.Ordinal), _ => "plain" };
            _ = i % 1000 == 999
                ? text.Append("broken,row\n")
                : text.Append(CultureInfo.InvariantCulture, $"K{i},회사 {random.Next(300)},{random.Next(1_000_000) / 100.0},2026-0{1 + (i % 9)}-1{i % 9},{(i % 3 == 0 ? "yes" : "no")},{(i % 2 == 0 ? "Slack;AWS" : i % 7 == 0 ? "AWS" : "Slack")},{note}\n");
        }

        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text.ToString());
        return path;
    }

    public static TableFileStream Open(string path) => Assert.Single(TableFiles.Open(path).Value);

    public static ImportRequest Request(string path, int rowsPerBatch = TableFileStream.MostRows, bool isDryRun = false)
    {
        var stream = Open(path);
        return new ImportRequest(stream.AsImport(), after => stream.Batches(rowsPerBatch, after), isDryRun);
    }

    public static Task<ImportResult> RunAsync(Kindred.Storage.Workspace workspace, string path, int rowsPerBatch = TableFileStream.MostRows) =>
        new ImportTable(workspace.Imports).RunAsync(Request(path, rowsPerBatch), TestContext.Current.CancellationToken);
}
