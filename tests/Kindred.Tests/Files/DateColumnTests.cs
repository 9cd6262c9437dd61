using System.Globalization;
using Kindred.Core.Tables;
using Kindred.Files;
using Xunit;

namespace Kindred.Tests.Files;

public sealed class DateColumnTests
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    [Theory]
    [InlineData("2026-11-21", "2026-11-21")]
    [InlineData("2026/1/2", "2026-01-02")]
    [InlineData("2026. 11. 21.", "2026-11-21")]
    [InlineData("2026.11.21", "2026-11-21")]
    [InlineData("2026년 11월 21일", "2026-11-21")]
    [InlineData("2026년 11월", "2026-11-01")]
    [InlineData("21-Nov-2026", "2026-11-21")]
    [InlineData("21 November 2026", "2026-11-21")]
    [InlineData("Nov 21, 2026", "2026-11-21")]
    [InlineData("Sept 1, 2026", "2026-09-01")]
    [InlineData("2026-11-21T09:30:15Z", "2026-11-21T09:30:15")]
    [InlineData("2026-11-21 09:30", "2026-11-21T09:30:00")]
    [InlineData("2026-11-21T09:30:15.250+09:00", "2026-11-21T09:30:15")]
    [InlineData("2026. 11. 21. 오후 3:05", "2026-11-21T15:05:00")]
    [InlineData("21/11/2026 2:30 PM", "2026-11-21T14:30:00")]
    [InlineData("11/21/2026 12:05 AM", "2026-11-21T00:05:00")]
    [InlineData("11/21/26", "2026-11-21")]
    public void Read_DateForm_IsReadAsThatDay(string cell, string expected)
    {
        var (column, evidence, reading) = Reads.Column([cell, "", cell]);
        Assert.Equal([expected, "", expected], Reads.Texts(Assert.IsType<DateColumn>(column)));
        Assert.Empty(reading.Questions);
        Assert.Equal(1, evidence.Empty);
    }

    [Theory]
    [InlineData("31.02.2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-11-21 25:00")]
    [InlineData("1887.05.12 - 1893.10.30")]
    [InlineData("10.2.1")]
    [InlineData("21 Foo 2026")]
    public void Read_NoDate_StaysText(string cell) => Assert.IsType<TextColumn>(Reads.Column([cell, cell]).Column);

    [Fact]
    public void Read_OrderFitsBoth_AsksAndDoesNotGuess()
    {
        var (column, evidence, reading) = Reads.Column(["03/04/2026", "05/06/2026"]);
        Assert.IsType<TextColumn>(column);
        Assert.Equal(DateOrderFinding.Ambiguous, evidence.DateOrder);
        var question = Assert.Single(reading.Questions);
        Assert.Equal("files.date-order", question.Code);
        Assert.Equal(["value"], question.Columns);
        Assert.Equal([DateOrder.DayFirst, DateOrder.MonthFirst], question.Answers.Select(answer => answer.DateOrder));
        Assert.Equal(["3 April 2026", "4 March 2026"], question.Answers.Select(answer => answer.Label.En));
        Assert.Contains("2026년 3월 4일", question.Question.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Answer_DecidesOnlyWhatIsOpen()
    {
        var reading = Reads.One("a,b\n03/04/2026,13/04/2026\n05/06/2026,01/02/2026\n", new TableFileOptions(DateOrder: DateOrder.MonthFirst));
        Assert.Equal(["2026-04-13", "2026-02-01"], Reads.Texts(reading.Table.Columns[1]));
        var alone = Reads.Column(["03/04/2026"], options: new TableFileOptions(DateOrder: DateOrder.MonthFirst));
        Assert.Equal(["2026-03-04"], Reads.Texts(alone.Column));
        Assert.Empty(alone.Reading.Questions);
    }

    [Fact]
    public void Read_OpenColumnBesideADecidedOne_FollowsIt()
    {
        var reading = Reads.One("created,closed\n03/04/2026,31/12/2026\n05/06/2026,01/02/2026\n");
        Assert.Equal(["2026-04-03", "2026-06-05"], Reads.Texts(reading.Table.Columns[0]));
        Assert.Equal("closed", reading.Columns[0].DateOrderWitness);
        Assert.Equal("31/12/2026", reading.Columns[1].DateOrderWitness);
    }

    [Fact]
    public void Read_ContradictingOrders_StayText()
    {
        var (column, _, reading) = Reads.Column(["13/01/2026", "01/13/2026", "14/01/2026", "01/14/2026"]);
        Assert.IsType<TextColumn>(column);
        Assert.Empty(reading.Questions);
    }

    [Fact]
    public void Read_TwoDigitYearsFirst_AreToldByTheSpreadOfDays()
    {
        var days = Enumerable.Range(0, 40).Select(i => new DateTime(2024, 1, 1).AddDays(i * 19)).ToArray();
        var korean = Reads.Column(days.Select(day => day.ToString("yy.MM.dd", Plain)));
        Assert.Equal(days.Select(day => day.ToString("yyyy-MM-dd", Plain)), Reads.Texts(korean.Column));
        Assert.Equal(DateOrderFinding.YearFirst, korean.Evidence.DateOrder);
        var german = Reads.Column(days.Select(day => day.ToString("dd.MM.yy", Plain)));
        Assert.Equal(days.Select(day => day.ToString("yyyy-MM-dd", Plain)), Reads.Texts(german.Column));
        Assert.Equal(DateOrderFinding.DayFirst, german.Evidence.DateOrder);
    }

    [Fact]
    public void Read_OneTwoDigitDate_Asks()
    {
        var (column, _, reading) = Reads.Column(["26.11.21"]);
        Assert.IsType<TextColumn>(column);
        Assert.Equal([DateOrder.DayFirst, DateOrder.YearFirst], Assert.Single(reading.Questions).Answers.Select(answer => answer.DateOrder));
    }

    [Fact]
    public void Read_ImpossibleDateAmongDates_RejectsThatRow()
    {
        var (column, _, reading) = Reads.Column([.. Enumerable.Range(1, 20).Select(i => $"{i + 8:00}/01/2026"), "31/02/2026", "N/A"], "Close Date");
        Assert.Equal(21, column.Length);
        var reject = Assert.Single(reading.Rejects);
        Assert.Equal(("files.not-a-date", 22L, "x\t31/02/2026"), (reject.Reason.Code, reject.RowNumber, reject.RawText));
        Assert.Contains("Column 'Close Date': '31/02/2026' is not a date. Expected dd/MM/yyyy", reject.Reason.Message.En, StringComparison.Ordinal);
        Assert.Equal(22, reading.RowCount);
    }

    [Fact]
    public void Read_SeveralOffsets_AreTurnedToUtc()
    {
        var (column, evidence, _) = Reads.Column(["2026-11-21T09:00:00+09:00", "2026-11-21T09:00:00-05:00"]);
        Assert.Equal(["2026-11-21", "2026-11-21T14:00:00"], Reads.Texts(column));
        Assert.Equal("UTC", evidence.Zone);
        Assert.Equal("+09:00", Reads.Column(["2026-11-21T09:00:00+0900"]).Evidence.Zone);
    }

    [Fact]
    public void Read_EightFigures_AreDatesOnlyUnderADateHeader()
    {
        Assert.Equal(["2026-11-21"], Reads.Texts(Assert.IsType<DateColumn>(Reads.Column(["20261121"], "계약일자").Column)));
        Assert.IsType<NumberColumn>(Reads.Column(["20261121"], "amount").Column);
    }

    /// <summary>Labelled columns: every order is either found right or asked for; none is guessed.</summary>
    [Fact]
    public void Read_LabelledColumns_AreNeverGuessedWrong()
    {
        string[] forms = ["dd/MM/yyyy", "MM/dd/yyyy", "dd-MM-yyyy", "MM-dd-yy", "dd.MM.yyyy", "yyyy-MM-dd", "yyyy. MM. dd.", "yy.MM.dd", "dd.MM.yy", "d/M/yyyy H:mm", "M/d/yyyy h:mm tt", "dd-MMM-yyyy", "yyyy'년' M'월' d'일'", "MMM d, yyyy", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
        int right = 0, asked = 0, wrong = 0;
        for (var seed = 0; seed < 1_500; seed++)
        {
            var random = new Random(seed);
            var form = forms[seed % forms.Length];
            var count = random.Next(1, 60);
            var days = Enumerable.Range(0, count).Select(_ => new DateTime(2023, 1, 1).AddMinutes(random.Next(1440 * 1200))).ToArray();
            var (column, _, reading) = Reads.Column(days.Select(day => day.ToString(form, Plain)));
            if (reading.Questions.Count > 0)
            {
                Assert.IsType<TextColumn>(column);
                asked++;
            }
            else if (column is DateColumn dates && Enumerable.Range(0, count).All(i => dates.DateAt(i) == DateOnly.FromDateTime(days[i])))
            {
                right++;
            }
            else
            {
                wrong++;
            }
        }

        Assert.Equal(0, wrong);
        Assert.True(right >= 1_300, $"right {right}, asked {asked}");
    }

    /// <summary>200 columns in which both orders fit every value.</summary>
    [Fact]
    public void Read_AmbiguousColumns_AreAllAsked()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var separator = "/-."[random.Next(3)];
            var cells = Enumerable.Range(0, random.Next(1, 40)).Select(_ => $"{random.Next(1, 13):00}{separator}{random.Next(1, 13):00}{separator}{random.Next(2020, 2027)}").ToArray();
            var (column, _, reading) = Reads.Column(cells);
            Assert.IsType<TextColumn>(column);
            Assert.Single(reading.Questions);
        }
    }
}
