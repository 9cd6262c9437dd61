namespace Kindred.Files;

/// <summary>What a person said about a file; everything left null is found in the file itself.</summary>
/// <param name="Encoding">Name of the character encoding ("utf-8", "cp949", "windows-1252", "utf-16"); null: by byte order mark, UTF-8 validity, then plausibility of CP949.</param>
/// <param name="Delimiter">Separator of cells; null: the one of <c>, ; tab |</c> that gives the most even table.</param>
/// <param name="DateOrder">Answer to a <see cref="TableQuestion"/> about the order of day and month. It decides only columns whose own values leave the order open.</param>
/// <param name="TextColumns">Columns kept as words whatever their values look like.</param>
/// <param name="Sheets">Sheets of a workbook to read; null: every visible sheet that holds something.</param>
public sealed record TableFileOptions(
    string? Encoding = null,
    char? Delimiter = null,
    DateOrder? DateOrder = null,
    IReadOnlySet<string>? TextColumns = null,
    IReadOnlySet<string>? Sheets = null);
