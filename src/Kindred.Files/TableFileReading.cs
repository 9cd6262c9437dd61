using Kindred.Core.Tables;

namespace Kindred.Files;

/// <summary>One table of a file, with everything that was found out on the way.</summary>
/// <param name="Table">Accepted rows, typed by column. Named after the file, or "file › sheet".</param>
/// <param name="Rejects">Rows that were not taken, in file order.</param>
/// <param name="RowCount">Rows of the file: accepted + rejected, always. Header, title lines and blank lines are no rows; footer lines and repeated headers are rejected rows.</param>
/// <param name="Evidence">How the file was read and why.</param>
/// <param name="Columns">Per column its type and why, in column order.</param>
/// <param name="Questions">What only a person can say; empty for most files.</param>
public sealed record TableFileReading(
    Table Table,
    IReadOnlyList<Reject> Rejects,
    long RowCount,
    FileEvidence Evidence,
    IReadOnlyList<ColumnEvidence> Columns,
    IReadOnlyList<TableQuestion> Questions);
