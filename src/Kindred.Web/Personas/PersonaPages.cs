using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Personas;
using Kindred.Product;
using Kindred.Web.Hosting;

namespace Kindred.Web.Personas;

/// <summary>Kinds of people: what the records show about them, and who is missing where.</summary>
internal static class PersonaPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.Page("personas", Permission.Look, Show);

    private static IResult Show(PageRequest request) => ReadingBoard.Of(request.Snapshot) is { Book.Facts.People.Count: > 0 } board
        ? request.View<PersonasPage>(new PersonasModel(request.Snapshot, board, StudyPersonas.Run(board.Book, board.Study, request.Snapshot.Standing)))
        : request.View<NoPersonasPage>();
}

/// <summary>The page about kinds of people.</summary>
/// <param name="Snapshot">The workspace.</param>
/// <param name="Board">Readers.</param>
/// <param name="Study">Personas, matrix, open deals.</param>
public sealed record PersonasModel(WorkspaceSnapshot Snapshot, ReadingBoard Board, PersonaStudy Study)
{
    /// <summary>Open deals shown.</summary>
    public const int MostDeals = 30;

    /// <summary>Alerts in the order to act on.</summary>
    public IReadOnlyList<Wording> Alerts => [.. Study.Alerts.Select(cell => cell.Alert)];
}
