namespace Kindred.Core.Accounts;

/// <summary>What all tables and columns were taken to be, and what only a person can say. Saved as JSON by MappingFile.</summary>
/// <param name="Tables">One entry per table, in the order given.</param>
/// <param name="Questions">At most two from here (the third, the order of dates, comes from reading files).</param>
public sealed record Mapping(IReadOnlyList<TableMapping> Tables, IReadOnlyList<Question> Questions)
{
    /// <summary>The entry of a table: by position where the name agrees (two files may bear one name), else by name.</summary>
    internal TableMapping Of(SourceTable source, int position) => position < Tables.Count && Tables[position].Table == source.Name
        ? Tables[position]
        : Tables.First(table => table.Table == source.Name);
}
