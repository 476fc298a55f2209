using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InterviewPrep.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Marking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_AssignmentQuestionId",
                table: "Submissions");

            migrationBuilder.AddColumn<string>(
                name: "Pile",
                table: "Submissions",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_AssignmentId_IsLatest_LotNumber_AssignmentQuestionId_IsMarked",
                table: "Submissions",
                columns: new[] { "AssignmentId", "IsLatest", "LotNumber", "AssignmentQuestionId", "IsMarked" });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_AssignmentId_Pile",
                table: "Submissions",
                columns: new[] { "AssignmentId", "Pile" });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_AssignmentQuestionId_IsLatest_LotNumber",
                table: "Submissions",
                columns: new[] { "AssignmentQuestionId", "IsLatest", "LotNumber" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_AssignmentId_IsLatest_LotNumber_AssignmentQuestionId_IsMarked",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_AssignmentId_Pile",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_AssignmentQuestionId_IsLatest_LotNumber",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Pile",
                table: "Submissions");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_AssignmentQuestionId",
                table: "Submissions",
                column: "AssignmentQuestionId");
        }
    }
}
