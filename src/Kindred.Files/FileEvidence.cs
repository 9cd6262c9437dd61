using Kindred.Core.Basics;

namespace Kindred.Files;

/// <summary>How a file was read and why.</summary>
/// <param name="Format">csv, tsv, xlsx.</param>
/// <param name="Encoding">Character encoding used; "utf-8" for workbooks.</param>
/// <param name="EncodingReason">What spoke for that encoding.</param>
/// <param name="Delimiter">Separator of cells; null for workbooks.</param>
/// <param name="Sheet">Sheet of the workbook, else null.</param>
/// <param name="HiddenSheets">Sheets that are hidden and therefore not read.</param>
/// <param name="HeaderLine">Physical line (or sheet row) of the header, 1-based.</param>
/// <param name="TitleLines">Lines above the header that are not part of the table.</param>
/// <param name="HeaderRepairs">Headers that were empty or borne twice, with the name they got.</param>
/// <param name="Footers">Closing lines of report exports; each is also a rejected row.</param>
/// <param name="RepeatedHeaders">Lines inside the table that repeat the header; each is also a rejected row.</param>
/// <param name="BlankLines">Lines below the header without any cell; they are no rows.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hexadecimal, by which imports are told apart; empty for files read whole.</param>
/// <param name="Bytes">Size of the file.</param>
public sealed record FileEvidence(
    string Format,
    string Encoding,
    Wording EncodingReason,
    char? Delimiter,
    string? Sheet,
    IReadOnlyList<string> HiddenSheets,
    long HeaderLine,
    IReadOnlyList<string> TitleLines,
    IReadOnlyList<HeaderRepair> HeaderRepairs,
    IReadOnlyList<FooterLine> Footers,
    IReadOnlyList<long> RepeatedHeaders,
    long BlankLines,
    string Sha256,
    long Bytes);

/// <summary>A header that could not stay as it was.</summary>
/// <param name="Position">Column, 1-based.</param>
/// <param name="Found">Header in the file; empty when there was none.</param>
/// <param name="Name">Name the column got.</param>
public sealed record HeaderRepair(int Position, string Found, string Name);

/// <summary>A closing line of a report export.</summary>
/// <param name="Line">Physical line, 1-based.</param>
/// <param name="Text">The line as it stood.</param>
public sealed record FooterLine(long Line, string Text);
