using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Tables;
using Kindred.Files;
using Kindred.Files.Writing;
using Xunit;

namespace Kindred.Tests.Profiles;

/// <summary>The worksheet serves every data point, and what is filled in imports as it is.</summary>
public sealed class WorksheetTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("kindred-worksheet-").FullName, "worksheet.xlsx");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void Columns_EveryDataPointOfTheBank_IsServed()
    {
        var points = Worksheet.Columns.Select(column => column.DataPoint).OfType<string>().ToHashSet();
        Assert.Equal(Banks.Shipped["worksheet-columns"].Items.Select(item => item.Id.Split('.')[1]).ToHashSet(), points);
    }

    [Theory]
    [InlineData(Language.Korean)]
    [InlineData(Language.English)]
    public void Blank_Sheet_HasHeadersAndNoRows(Language language)
    {
        var blank = Worksheet.Blank(language);
        Assert.Equal((17, 0), (blank.Columns.Count, blank.RowCount));
        Assert.Equal(17, Worksheet.Guide(language).RowCount);
    }

    [Theory]
    [InlineData(Language.Korean)]
    [InlineData(Language.English)]
    public void FilledIn_WrittenAndReadBack_SaysWhoBuys(Language language)
    {
        using (var target = File.Create(_path))
        {
            Assert.True(XlsxFile.Write(target, [Filled(language), Worksheet.Guide(language)]).IsAccepted);
        }

        var sheets = TableFiles.Read(_path, null, null, TestContext.Current.CancellationToken).Value
            .Select(reading => new SourceTable(reading.Table, "worksheet.xlsx", reading.Table.Name, [])).ToArray();
        var mapping = AccountsModule.Recognise(sheets).Value;
        var sheet = mapping.Tables.Single(table => table.Kind != TableKind.Unknown);
        var facts = AccountsModule.Assemble(sheets, mapping, new AssemblyOptions()).Value;
        var view = AccountsModule.Buys(facts).Value;
        Assert.Equal((60, 20), (view.Table.Table.RowCount, view.Table.Positive.Sum(one => one)));
        Assert.Equal(60, facts.Companies.Count);
        Assert.Equal(Worksheet.Columns[5].Header.In(language), sheet.Find(ColumnRole.Employees));
        Assert.Contains(view.Table.Fields, field => field.Name == "employees");
        Assert.DoesNotContain(view.Table.Fields, field => field.Name == Worksheet.Columns[14].Header.In(language));
    }

    private static Table Filled(Language language)
    {
        string Cell(WorksheetColumn column, int row) => column.Header.En switch
        {
            "Company name" => "Firm " + (char)('A' + (row / 26)) + (char)('A' + (row % 26)),
            "Website" => "firm" + (char)('a' + (row / 26)) + (char)('a' + (row % 26)) + ".example",
            "Result" => (row % 3 == 0 ? Worksheet.Won : Worksheet.Lost).In(language),
            "Close date" => Format.Date(new DateOnly(2025, 1, 6).AddDays(row * 9)),
            "Industry" => row % 2 == 0 ? "Software" : "Retail",
            "Employees" => Format.Whole(10 + (row * 7)),
            "Growth stage" => row % 4 == 0 ? "Series A" : "Seed",
            "Country" => language == Language.Korean ? "대한민국" : "United States",
            "Tools replaced" => row % 2 == 0 ? "Excel" : "",
            "Job title" => row % 2 == 0 ? "CFO" : "CEO",
            "Price fits" => row % 5 == 0 ? "no" : "yes",
            _ => "",
        };
        return new Table(Worksheet.Blank(language).Name, [.. Worksheet.Columns.Select(column =>
            (Column)TextColumn.From(column.Header.In(language), [.. Enumerable.Range(0, 60).Select(row => Cell(column, row))]))]);
    }
}
