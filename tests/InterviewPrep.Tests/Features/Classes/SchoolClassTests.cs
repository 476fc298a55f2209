using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Tests.Features.Classes;

/// <summary>Rules of a class and its roster, without a store.</summary>
public sealed class SchoolClassTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 1, 0, 0, TimeSpan.Zero);
    private readonly Guid teacher = Guid.NewGuid();

    private SchoolClass NewClass() => new("冲刺班", teacher, Now);

    private static AppUser User(string name) => new() { Id = Guid.NewGuid(), DisplayName = name };

    [Fact]
    public void A_code_has_eight_letters_that_nobody_confuses_and_what_is_typed_is_forgiven()
    {
        NewClass().JoinCode.Should().MatchRegex("^[ABCDEFGHJKMNPQRSTUVWXYZ2-9]{8}$");
        RandomCodes.Letters.Should().HaveLength(31);
        RandomCodes.Normal(" ａbcd-efgh ").Should().Be("ABCDEFGH");
    }

    [Fact]
    public void A_class_is_never_without_a_teacher()
    {
        var schoolClass = NewClass();

        schoolClass.Dismiss(teacher, Now).Should().BeFalse();
        schoolClass.Admit(teacher, ClassRole.Learner, Now).Should().BeFalse();
        schoolClass.Admit(Guid.NewGuid(), ClassRole.Teacher, Now);
        schoolClass.Dismiss(teacher, Now).Should().BeTrue();
    }

    [Fact]
    public void Joining_ties_the_roster_line_of_that_number_but_not_under_another_name()
    {
        var schoolClass = NewClass();
        schoolClass.Roster.Add(new RosterRow("2026001", "𬱖某某", Now));

        schoolClass.Join(User("冒名"), "2026001", Now).Should().Be(JoinOutcome.NumberInDoubt);
        schoolClass.Join(User("𬱖某某"), "２０２６ 001", Now).Should().Be(JoinOutcome.Joined);
        schoolClass.Join(User("𬱖某某"), "2026001", Now).Should().Be(JoinOutcome.NumberInDoubt);
        schoolClass.Close(teacher, Now);
        schoolClass.Join(User("迟到"), "", Now).Should().Be(JoinOutcome.Closed);
    }

    [Fact]
    public void A_roster_says_what_it_would_do_and_the_same_again_is_all_unchanged()
    {
        var schoolClass = NewClass();
        schoolClass.Roster.Add(new RosterRow("1", "旧名", Now));
        RosterLine[] lines = [new(2, "1", "新名"), new(3, "2", "王"), new(4, "3", "李"), new(5, "3", "刘"), new(6, "", "赵")];

        var plan = RosterPlan.Compare(schoolClass, lines);
        plan.Apply(Now);

        plan.Findings.Select(f => f.Outcome).Should().Equal(RosterOutcome.Changed, RosterOutcome.New, RosterOutcome.Conflict, RosterOutcome.Conflict, RosterOutcome.Conflict);
        schoolClass.Roster.Select(r => r.Name).Should().Equal("新名", "王");
        RosterPlan.Compare(schoolClass, lines[..2]).Findings.Should().OnlyContain(f => f.Outcome == RosterOutcome.Unchanged);
    }
}
