using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>One table of a file as it was read: typed columns, and where it came from.</summary>
/// <param name="Table">Columns with their types.</param>
/// <param name="FileName">Name of the file without folder.</param>
/// <param name="Sheet">Sheet of a workbook, else null.</param>
/// <param name="Notes">What the reader found out on the way (encoding, header row, footer lines), for the quality report.</param>
public sealed record SourceTable(Table Table, string FileName, string? Sheet, IReadOnlyList<string> Notes)
{
    /// <summary>Day the table was imported, or null: what it says without a date was known then.</summary>
    public DateOnly? SeenOn { get; init; }

    /// <summary>Whether our own links captured its rows; then the workspace need not have a file of leads.</summary>
    public bool IsCaptured { get; init; }

    /// <summary>File and sheet, as shown and as used in a saved mapping.</summary>
    public string Name => Sheet is null ? FileName : FileName + "#" + Sheet;
}
