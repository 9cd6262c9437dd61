using Kindred.Core.Accounts;
using Kindred.Files;

namespace Kindred.Tests.Accounts;

/// <summary>Files → source tables by Kindred.Files, as the hosts do it.</summary>
internal static class ReadFiles
{
    public static SourceTable[] Read(params IEnumerable<string> paths) =>
        [.. paths.SelectMany(path => TableFiles.Read(path).Value.Select(reading => new SourceTable(reading.Table, Path.GetFileName(path), null, [])))];
}
