using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Files;

public sealed class StreamReadingTests
{
    [Fact]
    public void Batches_OfALongFile_EqualTheWholeReading()
    {
        using var folder = new ScratchFolder();
        var random = new Random(3);
        var path = folder.Write("file.csv", "id;name;amount;day;flag\n" + string.Concat(Enumerable.Range(0, 23_456).Select(i => i % 1000 == 999
            ? "broken;row\n"
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"K{i};Company {random.Next(9000)};{random.NextDouble() * 1000:0.00};2026-0{1 + (i % 9)}-1{i % 9};{(i % 2 == 0 ? "yes" : "no")}\n"))));
        var whole = Assert.Single(Reads.All(path).Value);
        var stream = Reads.Stream(path);
        var batches = Reads.Batches(stream);
        Assert.All(batches, batch => Assert.InRange(batch.Table.RowCount, 1, 5_000));
        Assert.Equal(whole.Table.RowCount, batches.Sum(batch => batch.Table.RowCount));
        Assert.Equal(whole.Rejects.Count, batches.Sum(batch => batch.Rejects.Count));
        Assert.Equal(whole.Columns.Select(column => column.Type), stream.Columns.Select(column => column.Type));
        Assert.All(batches, batch => Assert.Equal(whole.Table.Columns.Select(column => column.Type), batch.Table.Columns.Select(column => column.Type)));
        for (var i = 0; i < whole.Table.Columns.Count; i++)
        {
            Assert.Equal(Reads.Texts(whole.Table.Columns[i]), batches.SelectMany(batch => Reads.Texts(batch.Table.Columns[i])));
        }
    }

    [Fact]
    public void Batches_AfterARow_GoOnBehindIt()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("file.csv", "id,text\n" + string.Concat(Enumerable.Range(0, 300).Select(i => i % 50 == 7 ? $"{i},a,b\n" : $"{i},\"x\ny\"\n")));
        var stream = Reads.Stream(path);
        var all = Reads.Batches(stream, 40);
        foreach (var stop in all.SelectMany(batch => batch.RowNumbers).Where((_, i) => i % 17 == 0))
        {
            var rest = Reads.Batches(stream, 40, stop);
            Assert.Equal(all.SelectMany(batch => batch.RowNumbers).Where(row => row > stop), rest.SelectMany(batch => batch.RowNumbers));
            Assert.Equal(all.SelectMany(batch => batch.Rejects).Where(reject => reject.RowNumber > stop), rest.SelectMany(batch => batch.Rejects));
        }
    }

    [Fact]
    public void Open_Progress_EndsAtOne()
    {
        using var folder = new ScratchFolder();
        var stream = Reads.Stream(folder.Write("file.csv", "a,b\n1,2\n"));
        var last = 0.0;
        var batch = Assert.Single(stream.Batches(progress: new Direct(value => last = value), ct: TestContext.Current.CancellationToken));
        Assert.Equal(1, last);
        Assert.Equal([2L], batch.RowNumbers);
        Assert.IsType<NumberColumn>(batch.Table.Columns[0]);
    }

    [Fact]
    public void Batches_Cancelled_Stop()
    {
        using var folder = new ScratchFolder();
        var stream = Reads.Stream(folder.Write("file.csv", "a,b\n1,2\n"));
        Assert.Throws<OperationCanceledException>(() => stream.Batches(ct: new CancellationToken(true)).ToList());
    }

    private sealed class Direct(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
