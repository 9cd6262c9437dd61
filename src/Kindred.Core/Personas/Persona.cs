using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Profiles;

namespace Kindred.Core.Personas;

/// <summary>A kind of person with what the records show about it. Each attribute carries how many it was counted from; what cannot be counted is null or empty.</summary>
/// <param name="Group">Function × level.</param>
/// <param name="People">People of the contacts.</param>
/// <param name="Companies">Companies they are at.</param>
/// <param name="Titles">Commonest titles as written, with how many bear them.</param>
/// <param name="Parts">Usual parts in a purchase, with how many people.</param>
/// <param name="AtWon">Of companies with a won new-business deal and a known person, those where such a person is known.</param>
/// <param name="AtLost">The same of companies with only lost ones.</param>
/// <param name="Reading">What they read and who met us; null where none of them read.</param>
/// <param name="Met">How that compares with every other reader; null where none of them read.</param>
/// <param name="Reads">What they read most, most first.</param>
/// <param name="Interests">Subjects they read clearly more often than everybody else: from 20 readers on, where the 95 % interval of the difference lies above 0.</param>
/// <param name="Phone">Visits by telephone; null below 30 visits.</param>
/// <param name="Kpi">What they are measured by: general knowledge of the banks.</param>
/// <param name="Questions">What to ask them: from the banks.</param>
public sealed record Persona(
    ReaderGroup Group,
    int People,
    int Companies,
    IReadOnlyList<(string Title, int People)> Titles,
    IReadOnlyList<(BuyingPart Part, int People)> Parts,
    Share AtWon,
    Share AtLost,
    GroupFigures? Reading,
    ReadingCell? Met,
    IReadOnlyList<TagReading> Reads,
    IReadOnlyList<TagReading> Interests,
    Share? Phone,
    IReadOnlyList<BankItem> Kpi,
    IReadOnlyList<BankItem> Questions);

/// <summary>A cell of the matrix: companies of a state with somebody known for a part.</summary>
/// <param name="State">State to the profile.</param>
/// <param name="Part">Part in a purchase.</param>
/// <param name="Seen">Companies with such a person, of those with any known person.</param>
public sealed record PersonaCell(AccountState State, BuyingPart Part, Share Seen)
{
    /// <summary>Share of companies where nobody is known for the part; null without any.</summary>
    public double? EmptyShare => Seen.Rate is { } rate ? 1 - rate : null;

    /// <summary>The alert: "31 % of core accounts (45 of 145) have no economic buyer seen".</summary>
    public Wording Alert
    {
        get
        {
            var (state, part) = (StudyReading.StateLabel(State), BuyingParts.Label(Part));
            var (empty, all) = (Format.Grouped(Seen.N - Seen.Hits), Format.Grouped(Seen.N));
            var percent = Format.Percent(EmptyShare ?? 0, 0);
            var (low, high) = (Format.Fixed(100 * (1 - Seen.High), 0), Format.Fixed(100 * (1 - Seen.Low), 0));
            return new($"{state.Ko} 회사의 {percent}({all}곳 중 {empty}곳, {low}–{high}%)에는 {part.Ko}{Conditions.KoreanParticle.Subject(part.Ko)} 아직 안 보여요.",
                $"{percent} of {state.En} accounts ({empty} of {all}, {low}–{high}%) have no {part.En} seen.");
        }
    }
}

/// <summary>An open deal with the parts nobody is known for.</summary>
/// <param name="Deal">Index in the facts' deals.</param>
/// <param name="Committee">The people known.</param>
public sealed record OpenDealCommittee(int Deal, Committee Committee);

/// <summary>Everything about kinds of people.</summary>
/// <param name="Personas">Kinds with at least one person, most people first.</param>
/// <param name="Matrix">States × needed parts; empty without a profile.</param>
/// <param name="Open">Open new-business deals, those with most missing first.</param>
/// <param name="WithoutTitle">People whose job nobody knows.</param>
/// <param name="People">People known.</param>
public sealed record PersonaStudy(IReadOnlyList<Persona> Personas, IReadOnlyList<PersonaCell> Matrix, IReadOnlyList<OpenDealCommittee> Open, int WithoutTitle, int People)
{
    /// <summary>A share of empty cells from which it is an alert.</summary>
    public const double AlertFrom = 0.2;

    /// <summary>Empty cells worth acting on, of core accounts and those next to them: the worst first, the core before all others.</summary>
    public IReadOnlyList<PersonaCell> Alerts => [.. Matrix.Where(cell => cell.State is AccountState.Core or AccountState.Adjacent && cell.Seen.N > 0 && cell.EmptyShare >= AlertFrom).OrderBy(cell => cell.State).ThenBy(cell => cell.Part)];
}
