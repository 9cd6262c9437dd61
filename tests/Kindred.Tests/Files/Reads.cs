using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Files;
using Xunit;

namespace Kindred.Tests.Files;

/// <summary>Short forms for tests about reading.</summary>
internal static class Reads
{
    public static Result<IReadOnlyList<TableFileReading>> All(string path, TableFileOptions? options = null) => TableFiles.Read(path, options, null, TestContext.Current.CancellationToken);

    public static Result<IReadOnlyList<TableFileReading>> All(TestWorkbook book)
    {
        using var folder = new ScratchFolder();
        return All(folder.Write("book.xlsx", book.ToBytes()));
    }

    public static TableFileStream Stream(string path) => Assert.Single(TableFiles.Open(path, null, null, TestContext.Current.CancellationToken).Value);

    public static List<TableBatch> Batches(this TableFileStream stream, int rows = TableFileStream.MostRows, long after = 0) => [.. stream.Batches(rows, after, null, TestContext.Current.CancellationToken)];

    public static TableFileReading One(string text, TableFileOptions? options = null, string name = "file.csv")
    {
        using var folder = new ScratchFolder();
        return Assert.Single(All(folder.Write(name, text), options).Value);
    }

    public static TableFileReading One(byte[] bytes, string name = "file.csv", TableFileOptions? options = null)
    {
        using var folder = new ScratchFolder();
        return Assert.Single(All(folder.Write(name, bytes), options).Value);
    }

    public static Reason Refused(byte[] bytes, string name = "file.csv", TableFileOptions? options = null)
    {
        using var folder = new ScratchFolder();
        var result = All(folder.Write(name, bytes), options);
        Assert.False(result.IsAccepted, "The file was accepted.");
        return result.Reasons[0];
    }

    public static Reason Refused(string text, string name = "file.csv", TableFileOptions? options = null) => Refused(System.Text.Encoding.UTF8.GetBytes(text), name, options);

    /// <summary>One column below the header "value" (and a filler column), one cell a row.</summary>
    public static (Column Column, ColumnEvidence Evidence, TableFileReading Reading) Column(IEnumerable<string> cells, string header = "value", TableFileOptions? options = null)
    {
        var reading = One($"row\t{header}\n" + string.Concat(cells.Select(cell => $"x\t{cell}\n")), options, "file.tsv");
        return (reading.Table.Columns[1], reading.Columns[1], reading);
    }

    public static string[] Words(TableFileReading reading, string column) => [.. Enumerable.Range(0, reading.Table.RowCount).Select(row => ((TextColumn)reading.Table.Find(column)!).RawAt(row))];

    public static double[] Numbers(Column column) => Assert.IsType<NumberColumn>(column).ToArray();

    public static string[] Texts(Column column) => [.. Enumerable.Range(0, column.Length).Select(column.TextAt)];
}
