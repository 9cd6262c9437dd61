using System.Runtime.CompilerServices;
using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Files.Columns;

namespace Kindred.Files.Reading;

/// <summary>Reads one table as a whole: collects the cells of every column, decides the types, builds the columns, rejects what does not fit.</summary>
internal static class WholeTable
{
    private const int ProgressEvery = 1 << 14;

    internal static Result<TableFileReading> Read(OpenTable table, TableFileOptions options, IProgress<double>? progress, CancellationToken ct)
    {
        // Columns whose header or options speak against figures are never read as such on the way.
        var mayReadFigures = table.Columns.Select(name => HeaderSigns.Of(name) is { Power: 0, IsIdentifier: false } && options.TextColumns?.Contains(name) != true).ToArray();
        while (true)
        {
            if (Read(table, options, mayReadFigures, progress, ct) is { } result)
            {
                return result;
            }
        }
    }

    /// <summary>Null when a column read as figures turned out to be something else; the next try reads it cell by cell.</summary>
    private static Result<TableFileReading>? Read(OpenTable table, TableFileOptions options, bool[] mayReadFigures, IProgress<double>? progress, CancellationToken ct)
    {
        var columns = new ColumnCells[table.Columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new ColumnCells(table.ExpectedRows, mayReadFigures[i]);
        }

        using var source = table.Records();
        var rows = new RowReader(source, table.Name, table.HeaderCells, keepsRejects: true);
        Collect(rows, columns, progress, ct);
        var accepted = columns[0].Rows;
        if (accepted == 0 && rows.RejectCount == 0)
        {
            return Result.Refused<TableFileReading>(FileChecks.NoRows(table.Name, table.Evidence.HeaderLine));
        }

        var facts = new ColumnFacts[columns.Length];
        var distinct = new (long Count, bool IsLowerBound)[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            facts[i] = ColumnFindings.Facts(table.Columns[i], columns[i]);
            distinct[i] = (facts[i].Profile.Distinct + facts[i].Profile.PlaceholderWords.Count, false);
        }

        var choices = PlanChooser.Choose(facts, options);
        var mistaken = Enumerable.Range(0, columns.Length).Where(i => !ColumnBuilder.CanBuild(choices[i].Plan, columns[i])).ToList();
        if (mistaken.Count > 0)
        {
            mistaken.ForEach(i => mayReadFigures[i] = false);
            return null;
        }

        var built = new List<Column>(columns.Length);
        var added = new List<Column>();
        var misfits = new SortedDictionary<int, Reason>();
        for (var i = 0; i < columns.Length; i++)
        {
            var isCounted = columns[i].Words is not null;
            var parts = ColumnBuilder.Build(choices[i].Plan, columns[i], misfits);
            columns[i] = null!;
            built.Add(parts[0]);
            added.AddRange(parts.Skip(1));
            distinct[i] = Distinct(parts[0], distinct[i].Count, isCounted);
        }

        built.AddRange(added);
        var whole = new Table(table.Name, built, accepted);
        IReadOnlyList<Reject> rejects = rows.Rejects;
        if (misfits.Count > 0)
        {
            rejects = [.. rejects.Concat(Misfits(table, misfits)).OrderBy(reject => reject.RowNumber)];
            whole = whole.Take(Rest(accepted, misfits));
        }

        var evidence = table.Evidence with { Footers = rows.Footers, RepeatedHeaders = rows.RepeatedHeaders, BlankLines = source.BlankLines };
        return Result.Accepted(new TableFileReading(
            whole,
            rejects,
            whole.RowCount + rejects.Count,
            evidence,
            [.. facts.Select((fact, i) => ColumnFindings.Evidence(fact, choices[i], distinct[i].Count, distinct[i].IsLowerBound))],
            ColumnFindings.Questions(choices)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Collect(RowReader rows, ColumnCells[] columns, IProgress<double>? progress, CancellationToken ct)
    {
        var count = 0;
        while (rows.Next())
        {
            var row = rows.Current;
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i].Add(in row.StartOf(i), row.LengthOf(i));
            }

            if ((++count & (ProgressEvery - 1)) == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(rows.Progress);
            }
        }

        progress?.Report(1);
    }

    private static (long Count, bool IsLowerBound) Distinct(Column column, long seen, bool isCounted) => column switch
    {
        TextColumn text => (text.Dictionary.Length - 1, false),
        NumberColumn { Distinct: { } values } => (values.Length - 1, false),
        _ => (isCounted ? seen : ColumnCells.ManyWords, !isCounted),
    };

    /// <summary>Reads the file again up to the last row with a misfit: only now is its text needed.</summary>
    private static List<Reject> Misfits(OpenTable table, SortedDictionary<int, Reason> misfits)
    {
        using var source = table.Records();
        var rows = new RowReader(source, table.Name, table.HeaderCells, keepsRejects: false);
        var rejects = new List<Reject>(misfits.Count);
        var row = -1;
        foreach (var (misfit, reason) in misfits)
        {
            while (row < misfit && rows.Next())
            {
                row++;
            }

            rejects.Add(new Reject(rows.Current.Line, reason, rows.Current.RawText(RowReader.MostRaw)));
        }

        return rejects;
    }

    internal static int[] Rest(int rows, SortedDictionary<int, Reason> without)
    {
        var rest = new int[rows - without.Count];
        var next = 0;
        for (var row = 0; row < rows; row++)
        {
            if (!without.ContainsKey(row))
            {
                rest[next++] = row;
            }
        }

        return rest;
    }
}
