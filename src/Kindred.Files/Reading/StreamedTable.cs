using Kindred.Core.Basics;
using Kindred.Files.Columns;

namespace Kindred.Files.Reading;

/// <summary>First pass of reading in batches: decides the types while keeping only a bounded number of distinct cells a column.</summary>
internal static class StreamedTable
{
    internal static Result<TableFileStream> Open(OpenTable table, TableFileOptions options, IProgress<double>? progress, CancellationToken ct)
    {
        var columns = new ColumnSurvey[table.Columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new ColumnSurvey(table.ExpectedRows);
        }

        using var source = table.Records();
        var rows = new RowReader(source, table.Name, table.HeaderCells, keepsRejects: false);
        long accepted = 0;
        while (rows.Next())
        {
            var row = rows.Current;
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i].Add(in row.StartOf(i), row.LengthOf(i));
            }

            if ((++accepted & 0x3FFF) == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(rows.Progress);
            }
        }

        if (accepted == 0 && rows.RejectCount == 0)
        {
            return Result.Refused<TableFileStream>(FileChecks.NoRows(table.Name, table.Evidence.HeaderLine));
        }

        var facts = columns.Select((column, i) => column.Facts(table.Columns[i])).ToArray();
        var choices = PlanChooser.Choose(facts, options);
        var evidence = table.Evidence with { Footers = rows.Footers, RepeatedHeaders = rows.RepeatedHeaders, BlankLines = source.BlankLines };
        return Result.Accepted(new TableFileStream(
            table,
            choices,
            evidence,
            [.. facts.Select((fact, i) => ColumnFindings.Evidence(fact, choices[i], Math.Min(fact.Profile.Distinct + fact.Profile.PlaceholderWords.Count, columns[i].DistinctKnown), columns[i].IsOverflown))],
            ColumnFindings.Questions(choices)));
    }
}
