namespace Kindred.Files.Writing;

/// <summary>Cells that a spreadsheet would take for a formula get an apostrophe in front; reading takes exactly that apostrophe away again.</summary>
public static class SafeCsv
{
    /// <summary>The cell without the apostrophe that writing puts before formula starters.</summary>
    internal static ReadOnlySpan<byte> WithoutPrefix(ReadOnlySpan<byte> cell) =>
        cell.Length > 1 && cell[0] == '\'' && IsFormulaStarter(cell.TrimStart((byte)'\'')) ? cell[1..] : cell;

    internal static bool IsFormulaStarter(ReadOnlySpan<byte> text) =>
        text.Length > 0 && (text[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r'
        || text.StartsWith("＝"u8) || text.StartsWith("＋"u8) || text.StartsWith("－"u8) || text.StartsWith("＠"u8));
}
