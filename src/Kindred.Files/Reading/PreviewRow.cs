namespace Kindred.Files.Reading;

/// <summary>One of the first records of a file, as text.</summary>
internal sealed record PreviewRow(long Line, string[] Cells, RecordFault Fault, string Raw)
{
    internal int Filled => Cells.Count(cell => cell.Length > 0);
}
