using Kindred.Core.Tables;

namespace Kindred.Core.Workspaces;

/// <summary>A table of a file about to be imported. The same file and sheet is the same import, whatever its name.</summary>
/// <param name="FileName">Name for people, without folder.</param>
/// <param name="Sheet">Sheet of a workbook; empty for other files.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Columns">Columns with their types.</param>
/// <param name="Kind">What the table holds (companies, deals …), once recognised; else empty.</param>
public sealed record ImportedTable(string FileName, string Sheet, string Sha256, long Bytes, IReadOnlyList<ImportedColumn> Columns, string Kind = "");

/// <summary>A column of an imported table: enough to build it again from stored rows.</summary>
/// <param name="Name">Header.</param>
/// <param name="Type">Type of all its values.</param>
/// <param name="Currency">ISO 4217 code when it holds amounts of one currency, else null.</param>
/// <param name="Separator">Separator of several values in a cell, else null.</param>
/// <param name="Placeholders">Words that stand for "missing".</param>
public sealed record ImportedColumn(string Name, ColumnType Type, string? Currency, char? Separator, IReadOnlyList<string> Placeholders);
