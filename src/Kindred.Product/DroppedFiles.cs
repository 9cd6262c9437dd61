using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Files;

namespace Kindred.Product;

/// <summary>One table of the dropped files as it was read: for looking, before anything is stored.</summary>
/// <param name="Source">The table.</param>
/// <param name="Reading">How it was read.</param>
public sealed record DroppedTable(SourceTable Source, TableFileReading Reading);

/// <summary>Files somebody dropped, read but not stored: what they are, what they hold, what only a person can say.</summary>
/// <param name="Folder">Where they wait.</param>
/// <param name="Tables">Tables in order of the files.</param>
/// <param name="Skipped">Files that cannot be read, with the reason.</param>
/// <param name="Mapping">What tables and columns are taken to be, with what was corrected, and the questions.</param>
/// <param name="Facts">What the tables say together; null when they cannot be put together.</param>
/// <param name="Trouble">Why not.</param>
/// <param name="Choices">What was said so far.</param>
public sealed record DroppedFiles(string Folder, IReadOnlyList<DroppedTable> Tables, IReadOnlyList<(string File, Reason Reason)> Skipped, Mapping? Mapping, AccountFacts? Facts, IReadOnlyList<Reason> Trouble, WorkspaceChoices Choices)
{
    private const string DateOrderName = "date-order";

    /// <summary>Rows of all tables that were read.</summary>
    public long Accepted => Tables.Sum(table => (long)table.Reading.Table.RowCount);

    /// <summary>Rows that were not.</summary>
    public long Rejected => Tables.Sum(table => (long)table.Reading.Rejects.Count);

    /// <summary>The question about the order of dates; null when no file leaves it open.</summary>
    public TableQuestion? DateQuestion => Tables.SelectMany(table => table.Reading.Questions).FirstOrDefault();

    /// <summary>Reads what waits in a folder.</summary>
    public static DroppedFiles Read(string folder, IProgress<double>? progress, CancellationToken cancel)
    {
        var choices = WorkspaceChoices.Read(folder);
        var options = new TableFileOptions(DateOrder: DateOrderOf(folder));
        var tables = new List<DroppedTable>();
        var skipped = new List<(string, Reason)>();
        var files = SourceFolder.Files([folder]);
        for (var i = 0; i < files.Count; i++)
        {
            var name = Path.GetFileName(files[i]);
            if (TableFiles.Read(files[i], options, null, cancel).TryGet(out var readings, out var reasons))
            {
                tables.AddRange(readings.Select(reading => new DroppedTable(new SourceTable(reading.Table, name, reading.Evidence.Sheet, []), reading)));
            }
            else
            {
                skipped.AddRange(reasons.Select(reason => (name, reason)));
            }

            progress?.Report((double)(i + 1) / files.Count);
        }

        if (tables.Count == 0)
        {
            return new DroppedFiles(folder, tables, skipped, null, null, [], choices);
        }

        SourceTable[] sources = [.. tables.Select(table => table.Source)];
        var recognised = AccountsModule.Recognise(sources, choices.Mapping);
        var assembled = recognised.Then(mapping => AccountsModule.Assemble(sources, mapping, new AssemblyOptions(null, choices.Answers, null, null, choices.Corrections)));
        return new DroppedFiles(folder, tables, skipped, recognised.TryGet(out var found, out _) ? found : null, assembled.TryGet(out var facts, out var trouble) ? facts : null, trouble, choices);
    }

    /// <summary>Keeps the answer about the order of dates.</summary>
    public static void Answer(string folder, DateOrder order) => ProfileFolder.Put(Path.Combine(folder, DateOrderName), order.ToString());

    /// <summary>The answer about the order of dates; null when nobody gave one.</summary>
    public static DateOrder? DateOrderOf(string folder) =>
        Path.Combine(folder, DateOrderName) is var file && File.Exists(file) && Enum.TryParse<DateOrder>(File.ReadAllText(file), out var order) ? order : null;
}
