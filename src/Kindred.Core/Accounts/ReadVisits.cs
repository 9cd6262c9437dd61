namespace Kindred.Core.Accounts;

/// <summary>Reads visits to documents, one record a row.</summary>
internal static class ReadVisits
{
    private const int MostPages = 100_000;

    public static List<DocumentVisit> Run(PlacedRows[] placed)
    {
        var all = new List<DocumentVisit>();
        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.DocumentVisits))
        {
            Cells document = rows.Text(ColumnRole.Document), page = rows.Numbers(ColumnRole.Page), on = rows.Dates(ColumnRole.On), seconds = rows.Numbers(ColumnRole.Seconds), email = rows.Text(ColumnRole.Email);
            Cells key = rows.Text(ColumnRole.Key), link = rows.Text(ColumnRole.Link), each = rows.Text(ColumnRole.PageSeconds), tags = rows.Text(ColumnRole.PageTags), device = rows.Text(ColumnRole.Device), place = rows.Text(ColumnRole.SeenFrom);
            Cells total = rows.Numbers(ColumnRole.PageCount), opened = rows.Numbers(ColumnRole.PagesOpened), clicked = rows.Text(ColumnRole.Clicked);
            for (var row = 0; row < rows.Count; row++)
            {
                all.Add(new DocumentVisit(rows.Accounts[row], document.Text(row), Count(page.Number(row)), on.Date(row), seconds.Number(row), email.TextOrNull(row))
                {
                    Key = key.Text(row),
                    At = on.Moment(row),
                    Link = link.TextOrNull(row),
                    PageSeconds = each.Numbers(row),
                    PageTags = tags.Parts(row),
                    PageCount = Count(total.Number(row)),
                    PagesOpened = Count(opened.Number(row)),
                    Device = device.TextOrNull(row),
                    Place = place.TextOrNull(row),
                    Clicked = clicked.Flag(row),
                });
            }
        }

        return all;
    }

    private static int Count(double number) => number is >= 1 and <= MostPages ? (int)number : 0;
}
