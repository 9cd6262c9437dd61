using Kindred.Core.Basics;
using Kindred.Core.Engagement;

namespace Kindred.Documents.Tracking;

/// <summary>Human, scanner or unknown, with the reasons. Human needs what programs that check links rarely show: input by a person and time with the focus. Nothing of a scanner is deleted; it only counts nowhere.</summary>
public static class ClassifyView
{
    /// <summary>Seconds of reading below which nobody is called human.</summary>
    public const double LeastSeconds = 2;

    /// <summary>Fewest inputs of a person.</summary>
    public const int LeastInputs = 2;

    private const int LeastPagesForRhythm = 4;
    private const double EvenRhythm = 0.1;

    /// <summary>Judges a view.</summary>
    public static (VisitClass Class, IReadOnlyList<Wording> Reasons) Of(OpeningSigns signs, FoldedReading reading)
    {
        ArgumentNullException.ThrowIfNull(signs);
        ArgumentNullException.ThrowIfNull(reading);
        var against = new List<Wording>();
        if (signs.Crawler is { } crawler)
        {
            against.Add(new Wording($"프로그램이 스스로 밝혔어요: {crawler}", $"a program that says so: {crawler}"));
        }

        if (signs.IsPrefetch)
        {
            against.Add(new Wording("아무도 누르기 전에 브라우저가 미리 열었어요", "opened ahead by a browser before anybody asked"));
        }

        if (signs.IsDriven)
        {
            against.Add(new Wording("프로그램이 조종하는 브라우저예요", "a browser driven by a program"));
        }

        if (reading.Inputs == 0 && HasEvenRhythm(reading))
        {
            against.Add(new Wording("모든 쪽을 똑같은 시간씩, 손대지 않고 넘겼어요", "every page for the same time, without any input"));
        }

        if (against.Count > 0)
        {
            return (VisitClass.Scanner, against);
        }

        if (reading.Inputs >= LeastInputs && reading.ActiveSeconds >= LeastSeconds && signs is { HasScreen: true })
        {
            return (VisitClass.Human, [new Wording($"손으로 움직인 흔적 {Format.Grouped(reading.Inputs)}번, 읽은 시간 약 {Format.Grouped(Math.Round(reading.ActiveSeconds))}초", $"{Format.Grouped(reading.Inputs)} inputs of a person, about {Format.Grouped(Math.Round(reading.ActiveSeconds))} s of reading")]);
        }

        List<Wording> missing = [];
        if (reading.Inputs < LeastInputs)
        {
            missing.Add(new Wording("손으로 움직인 흔적이 없어요", "no input of a person"));
        }

        if (reading.ActiveSeconds < LeastSeconds)
        {
            missing.Add(new Wording("읽은 시간이 2초가 안 돼요", "less than 2 s of reading"));
        }

        if (!signs.HasScreen || !signs.HasLanguage)
        {
            missing.Add(new Wording("화면이나 언어를 알리지 않는 브라우저예요", "a browser without a screen or a language"));
        }

        return (VisitClass.Unknown, missing);
    }

    /// <summary>Many pages, each in view for nearly the same time: coefficient of variation at most 0.1.</summary>
    private static bool HasEvenRhythm(FoldedReading reading)
    {
        if (reading.Pages.Count < LeastPagesForRhythm)
        {
            return false;
        }

        var seconds = reading.Pages.Select(page => page.Visible).ToArray();
        var mean = seconds.Average();
        return mean > 0 && Math.Sqrt(seconds.Sum(each => (each - mean) * (each - mean)) / seconds.Length) / mean <= EvenRhythm;
    }
}
