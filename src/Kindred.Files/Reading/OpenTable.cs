namespace Kindred.Files.Reading;

/// <summary>A table found in a file, ready to be read as often as needed.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">Name of the table: file, or file › sheet.</param>
/// <param name="Columns">Names of the columns, all different.</param>
/// <param name="HeaderCells">Header as it stands in the file.</param>
/// <param name="ExpectedRows">No more rows than this, as far as line breaks tell.</param>
/// <param name="Evidence">What is known before the rows are read.</param>
/// <param name="Records">Opens the table behind its header.</param>
internal sealed record OpenTable(
    string Path,
    string Name,
    string[] Columns,
    IReadOnlyList<string> HeaderCells,
    int ExpectedRows,
    FileEvidence Evidence,
    Func<RecordSource> Records);
