using System.Globalization;
using System.Text.Json;
using Kindred.Core.Workspaces;

namespace Kindred.Storage.Imports;

/// <summary>A line of the table "import", as Dapper fills it.</summary>
internal sealed class ImportRow
{
    public long Id { get; set; }

    public string State { get; set; } = "";

    public string FileName { get; set; } = "";

    public string Sheet { get; set; } = "";

    public string Sha256 { get; set; } = "";

    public long Bytes { get; set; }

    public string Kind { get; set; } = "";

    public string Columns { get; set; } = "";

    public long Accepted { get; set; }

    public long Rejected { get; set; }

    public long LastLine { get; set; }

    public long Complete { get; set; }

    public string StartedAt { get; set; } = "";

    public string ChangedAt { get; set; } = "";

    internal static string Json(IReadOnlyList<ImportedColumn> columns) => JsonSerializer.Serialize(columns);

    internal static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    internal Import ToImport() => new(
        Id,
        State switch { "staging" => ImportState.Staging, "active" => ImportState.Active, _ => ImportState.Undone },
        new ImportedTable(FileName, Sheet, Sha256, Bytes, JsonSerializer.Deserialize<List<ImportedColumn>>(Columns)!, Kind),
        Accepted,
        Rejected,
        LastLine,
        Complete != 0,
        DateTimeOffset.Parse(StartedAt, CultureInfo.InvariantCulture),
        DateTimeOffset.Parse(ChangedAt, CultureInfo.InvariantCulture));
}
